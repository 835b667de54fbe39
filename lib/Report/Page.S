/* The page that reports are shown on, as read-only data: one text from parts. */
        .section .rodata
        .globl musify_page_begin
musify_page_begin:
        .incbin "head.html"
        .incbin "style.css"
        .incbin "body.html"
        .incbin "model.js"
        .incbin "code.js"
        .incbin "help.js"
        .incbin "lists.js"
        .incbin "main.js"
        .incbin "tail.html"
        .globl musify_page_end
musify_page_end:
        .section .note.GNU-stack,"",@progbits
