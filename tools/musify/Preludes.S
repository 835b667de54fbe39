/* The archive that musify-prelude-gen makes, as read-only data. */
        .section .rodata
        .balign 16
        .globl musify_preludes_begin
musify_preludes_begin:
        .incbin MUSIFY_PRELUDES
        .globl musify_preludes_end
musify_preludes_end:
        .section .note.GNU-stack,"",@progbits
