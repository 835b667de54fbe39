// A chain of branches that knows MUSA beside other vendors, or inside one of
// its branches, stays: with MUSA's macro in the condition for CUDA, MUSA's own
// branch could not be reached.
// RUN: %port %s > %t.out 2>&1
// RUN: FileCheck %s --input-file=%t.out
#include <cuda_runtime.h>

#ifdef __CUDACC__ // CHECK: #ifdef __CUDACC__
void a() { cudaDeviceReset(); } // CHECK: void a() { cudaDeviceReset(); }
#elif defined(__MUSACC__) || defined(__HIPCC__)
void a() { cudaDeviceReset(); } // CHECK: void a() { musaDeviceReset(); }
#endif

// CHECK: #if defined(__CUDACC__) || defined(__HIPCC__)
#if defined(__CUDACC__) || defined(__HIPCC__)
void b() { cudaDeviceReset(); } // CHECK: void b() { cudaDeviceReset(); }
#elif defined __MUSACC__
void b() {}
#endif

#ifndef __CUDACC__ // CHECK: #ifndef __CUDACC__
#ifdef __MUSACC__
void c() {}
#endif
#else
void c() { cudaDeviceReset(); } // CHECK: void c() { cudaDeviceReset(); }
#endif

#ifdef __CUDACC__ // CHECK: #ifdef __CUDACC__
void d() { cudaDeviceReset(); } // CHECK: void d() { cudaDeviceReset(); }
#else
#if defined(__MUSA__)
void d() {}
#endif
#endif

// Whether a file is compiled for a device is another question than for whom
// the project is built.
#ifndef __CUDA_ARCH__ // CHECK: #ifndef __MUSA_ARCH__
#ifdef USE_MUSA
void e() {}
#endif
#else
void e() { cudaDeviceReset(); } // CHECK: void e() { musaDeviceReset(); }
#endif

// The rest, without a GPU, is not CUDA's half.
#if defined(USE_CUDA) || defined(USE_MUSA)
void f() { cudaDeviceReset(); } // CHECK: void f() { musaDeviceReset(); }
#else
void f() { cudaDeviceReset(); } // CHECK: void f() { musaDeviceReset(); }
#endif

// A chain behind another is its second half.
#ifdef __CUDACC__ // CHECK: #ifdef __CUDACC__
void g() { cudaDeviceReset(); } // CHECK: void g() { cudaDeviceReset(); }
#endif
// a word about it
#ifdef __MUSACC__ // CHECK: #ifdef __MUSACC__
void g() {}
#endif

// So is a project's option for the one beside that for the other.
#ifdef USE_CUDA // CHECK: #ifdef USE_CUDA
void g2() { cudaDeviceReset(); } // CHECK: void g2() { cudaDeviceReset(); }
#endif
#ifdef USE_MUSA // CHECK: #ifdef USE_MUSA
void g2() { musaDeviceReset(); }
#endif
#if WITH_MUSA_BACKEND && defined(BIG)
void g3() {}
#endif
#if WITH_CUDA_BACKEND
void g3() { cudaDeviceReset(); } // CHECK: void g3() { cudaDeviceReset(); }
#endif
#ifdef WITH_CUDA // CHECK: #ifdef WITH_CUDA
#include <cublas_v2.h> // CHECK: #include <cublas_v2.h>
#endif
#ifdef WITH_ROCM
#include <rocblas.h>
#endif
#ifdef WITH_MUSA
#include <mublas.h>
#endif
void between(); // CHECK: void between()
#ifdef USE_CUDA
void g4() { cudaDeviceReset(); } // CHECK: void g4() { musaDeviceReset(); }
#endif
void between();
#ifdef USE_MUSA
void g5() {}
#endif

// An option that says CUDA is no question of the two.
#if defined(USE_MUSA)
void h() {}
#endif
#ifdef WITH_CUDA_GRAPHS
void i() { cudaDeviceReset(); } // CHECK: void i() { musaDeviceReset(); }
#endif
#ifndef WITHOUT_CUDA_GRAPHS
#ifdef USE_MUSA
void j() {}
#endif
#else
void j() { cudaDeviceReset(); } // CHECK: void j() { musaDeviceReset(); }
#endif

// With both in one condition, nothing is doubled.
#if defined(__CUDACC__) || defined(__MUSACC__) // CHECK: #if defined(__CUDACC__) || defined(__MUSACC__)
void k() { cudaDeviceReset(); } // CHECK: void k() { musaDeviceReset(); }
#endif
// CHECK: #if !defined(__CUDACC__) && !defined(__MUSACC__)
#if !defined(__CUDACC__) && !defined(__MUSACC__)
void l() {}
#endif
// CHECK: #if defined(__CUDA_ARCH__) || defined(__MUSA_ARCH__)
#if defined(__CUDA_ARCH__) || defined(__MUSA_ARCH__)
void m() {}
#endif
// CHECK: #ifndef musaStreamLegacy
// CHECK: #define musaStreamLegacy 0
#ifndef cudaStreamLegacy
#define cudaStreamLegacy 0
#endif
