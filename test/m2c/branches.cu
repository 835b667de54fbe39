// RUN: %port %s --direction m2c | FileCheck %s
// What only CUDA compiles is not ours, nor is the rest of its chain; numbers of MUSA's stay and are told.
#include <musa_runtime.h>
#ifdef USE_CUDA
// CHECK: void f(void *p) { musaFree(p); }
void f(void *p) { musaFree(p); }
#else
// CHECK: void f(void *p) { musaFree(p); }
void f(void *p) { musaFree(p); }
#endif
// CHECK: void g(void *p) { cudaFree(p); }
void g(void *p) { musaFree(p); }
// CHECK: #if __MUSA_ARCH__ >= 220
#if __MUSA_ARCH__ >= 220
#endif
// CHECK: === said, exit status 1
// CHECK: `__MUSA_ARCH__` is a MUSA version or architecture number; {{.*}} [MUSA0301 numeric-macro]
