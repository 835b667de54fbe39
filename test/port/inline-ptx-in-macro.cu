// Inline PTX in a macro's body is told once, where it is written.
// RUN: %port %s | FileCheck %s --match-full-lines
#define TRAP() __asm__ __volatile__("trap;") // CHECK: #define TRAP() __asm__ __volatile__("trap;")
__device__ void f() { TRAP(); }
__device__ void g() { TRAP(); }

// CHECK: === said, exit status 1
// CHECK-NEXT: inline-ptx-in-macro.cu:3:{{[0-9]+}}: error: MUSA's compiler does not accept inline PTX: `trap` {{.*}} [MUSA0401 inline-ptx]
// CHECK: 0 edits
// CHECK-NEXT: 1 finding: 1 error
