// `defined(X) && X < N` asks one thing: half of it would test a number that is
// never there.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
#if defined(CUDART_VERSION) && CUDART_VERSION < 11000 // CHECK: #if defined(CUDART_VERSION) && CUDART_VERSION < 11000
#endif
#if !defined CUDART_VERSION || (11000 > CUDART_VERSION) // CHECK: #if !defined CUDART_VERSION || (11000 > CUDART_VERSION)
#endif
#if defined(CUDART_VERSION) && __CUDA_ARCH__ >= 800 // CHECK: #if defined(MUSART_VERSION) && __CUDA_ARCH__ >= 800
#endif
#ifdef CUDART_VERSION // CHECK: #ifdef MUSART_VERSION
#endif
