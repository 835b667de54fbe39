// A name that the user declares at file scope binds the lexer: it leaves the
// place and tells.
// RUN: %port %s | FileCheck %s --match-full-lines
int cudaSetDevice(const char *Name) { return Name != nullptr; } // CHECK: int cudaSetDevice(const char *Name) { return Name != nullptr; }
#if 0
int N = cudaSetDevice("first"); // CHECK: int N = cudaSetDevice("first");
#endif

// CHECK: === said, exit status 1
// CHECK-NEXT: inactive-branch-user-function.cu:6:9: warning: `cudaSetDevice` is also declared by your code, and no parse saw this place; not changed [MUSA0107 ambiguous-name]
// CHECK: 0 edits
// CHECK-NEXT: 1 finding: 1 warning
