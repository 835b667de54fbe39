// A file where nothing could change needs no parse, and that is no fault.
// RUN: %port %s | FileCheck %s --match-full-lines
int twice(int N) { return N + N; } // CHECK: int twice(int N) { return N + N; }

// CHECK: === said, exit status 0
// CHECK-NEXT: 1 file read, 0 changed, 0 failed
// CHECK-NEXT: 0 edits
// CHECK-NEXT: 0 findings
// CHECK-NOT: {{.+}}
