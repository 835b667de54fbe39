// Code that has a branch for MUSA is for both already: no half of it changes,
// and no branch dies.
// RUN: %port %s > %t.out 2>&1
// RUN: FileCheck %s --input-file=%t.out --implicit-check-not=musaDeviceReset
#include <cuda_runtime.h>
// CHECK: #include <musa_runtime.h>

#ifdef USE_MUSA
void a() { musaDeviceSynchronize(); }
#else
void a() { cudaDeviceReset(); }
#endif

#if ENABLE_MUSA == 0
void b() { cudaDeviceReset(); }
#else
void b() { musaDeviceSynchronize(); }
#endif

#if MUSA_ENABLED != 1
#include <cuda.h>
void c() { cudaDeviceReset(); }
#elif defined(DEBUG)
void c() { musaDeviceSynchronize(); }
#else
void c() {}
#endif
// CHECK: #include <cuda.h>

#ifdef __CUDACC__
void d() { cudaDeviceReset(); }
#elif defined(__MUSACC__)
void d() { musaDeviceSynchronize(); }
#else
void d() {}
#endif
// CHECK: #ifdef __CUDACC__
// CHECK: #elif defined(__MUSACC__)

#ifdef HAVE_X
void e() { cudaDeviceSynchronize(); } // may be compiled for either
// CHECK: void e() { musaDeviceSynchronize(); }
#elifdef USE_MUSA
void e() { musaDeviceSynchronize(); }
#else
void e() { cudaDeviceReset(); }
#endif

// A branch that asks for both is one.
#if defined(USE_CUDA) || defined(USE_MUSA)
void f() { cudaDeviceSynchronize(); }
// CHECK: void f() { musaDeviceSynchronize(); }
#endif
