/* The page that reports are shown on, as read-only data. */
        .section .rodata
        .globl musify_page_begin
musify_page_begin:
        .incbin MUSIFY_PAGE
        .globl musify_page_end
musify_page_end:
        .section .note.GNU-stack,"",@progbits
