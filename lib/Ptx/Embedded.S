/* The forms of PTX, as read-only data. */
        .section .rodata
        .globl musify_ptx_begin
musify_ptx_begin:
        .incbin MUSIFY_PTX
        .globl musify_ptx_end
musify_ptx_end:
        .section .note.GNU-stack,"",@progbits
