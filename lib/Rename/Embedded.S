/* The words that a copy for MUSA renames, as read-only data. */
        .section .rodata
        .globl musify_beside_begin
musify_beside_begin:
        .incbin MUSIFY_BESIDE
        .globl musify_beside_end
musify_beside_end:
        .section .note.GNU-stack,"",@progbits
