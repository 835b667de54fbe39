/* What is known of each platform, as read-only data. */
        .section .rodata
        .globl musify_source_begin
musify_source_begin:
        .incbin MUSIFY_SOURCE
        .globl musify_source_end
musify_source_end:
        .globl musify_target_begin
musify_target_begin:
        .incbin MUSIFY_TARGET
        .globl musify_target_end
musify_target_end:
        .globl musify_torch_begin
musify_torch_begin:
        .incbin MUSIFY_TORCH
        .globl musify_torch_end
musify_torch_end:
        .globl musify_torchada_begin
musify_torchada_begin:
        .incbin MUSIFY_TORCHADA
        .globl musify_torchada_end
musify_torchada_end:
        .section .note.GNU-stack,"",@progbits
