// What MUSA never compiles is no hazard; all other branches are checked.
// RUN: not %musify lint %s -q | grep -o 'cu:[0-9][0-9]*' | FileCheck %s
#ifdef __MUSA__
void a() { trap(); }
#elif CUDART_VERSION >= 12000
const char *A = "cudaMalloc";
#else
const char *B = "cudaMalloc";
#endif
#ifndef USE_MUSA
const char *C = "cudaMalloc";
#else
const char *D = "musaMalloc";
#endif
#if !defined(__MUSA__) && CUDART_VERSION >= 12000
const char *E = "cudaMalloc";
#endif
#if !defined(__MUSA__) || defined(BOTH)
const char *F = "cudaMalloc"; // CHECK: cu:[[#@LINE]]{{$}}
#endif
#if defined(__MUSA__) && defined(FAST)
const char *G = "musaMalloc";
#else
const char *H = "cudaMalloc"; // CHECK-NEXT: cu:[[#@LINE]]{{$}}
#endif
int Between;
#ifdef USE_CUDA
const char *I = "cudaMalloc"; // CHECK-NEXT: cu:[[#@LINE]]{{$}}
#endif
#ifndef __MUSA__
#if defined(__CUDACC__)
const char *J = "cudaMalloc";
#endif
#endif
#include <cuda_runtime.h>
bool f(cudaDeviceProp P) {
#ifndef __MUSA__
  if (P.major >= 8)
    return true;
#endif
  return P.major >= 8; // CHECK-NEXT: cu:[[#@LINE]]{{$}}
}
const char *K = "cudaMalloc"; // CHECK-NEXT: cu:[[#@LINE]]{{$}}
// CHECK-NOT: {{.}}
