// The lexer ports the body of a macro that nobody expands.
// RUN: %port %s | FileCheck %s --match-full-lines
#define NEVER_USED(S)                                                          \
  if (cudaStreamSynchronize(S) != cudaSuccess)                                 \
  return
// CHECK:      if (musaStreamSynchronize(S) != musaSuccess) {{ *}}\
// CHECK-NEXT: return

// CHECK: === said, exit status 0
// CHECK: 2 edits
// CHECK-NEXT: by rule: mapped-name 2
// CHECK-NEXT: by engine: lexer 2
// CHECK-NEXT: 0 findings
// CHECK-NOT: {{.+}}
