// A file without CUDA stays as it is, and nothing is said about it.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <string>
// Mentions cudaMalloc in a comment.
int main(int N, char **) { return N << 1 >> 2; } // CHECK: int main(int N, char **) { return N << 1 >> 2; }

// CHECK: === said, exit status 0
// CHECK-NEXT: 1 file read, 0 changed, 0 failed
// CHECK-NEXT: 0 edits
// CHECK-NEXT: 0 findings
// CHECK-NOT: {{.+}}
