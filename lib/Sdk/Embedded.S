/* The archives that musify-mapping-gen packs, as read-only data. */
        .section .rodata
        .balign 16
        .globl musify_archive_begin
musify_archive_begin:
        .incbin MUSIFY_ARCHIVE
        .globl musify_archive_end
musify_archive_end:
        .balign 16
        .globl musify_table_begin
musify_table_begin:
        .incbin MUSIFY_TABLE
        .globl musify_table_end
musify_table_end:
        .balign 16
        .globl musify_back_table_begin
musify_back_table_begin:
        .incbin MUSIFY_BACK_TABLE
        .globl musify_back_table_end
musify_back_table_end:
        .balign 16
        .globl musify_build_rules_begin
musify_build_rules_begin:
        .incbin MUSIFY_BUILD_RULES
        .globl musify_build_rules_end
musify_build_rules_end:
        .globl musify_pages_begin
musify_pages_begin:
        .incbin MUSIFY_PAGES
        .globl musify_pages_end
musify_pages_end:
        .section .note.GNU-stack,"",@progbits
