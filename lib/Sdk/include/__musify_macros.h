//===- __musify_macros.h - nvcc's values of macros --------------*- C++ -*-===//
//
// Clang's own header for CUDA defines these as nothing, and declares `min` and
// `max` for the device alone.
//
//===----------------------------------------------------------------------===//
#ifdef __CUDACC__
#undef __CUDACC__
#define __CUDACC__ 1
#endif
#ifdef __NVCC__
#undef __NVCC__
#define __NVCC__ 1
#endif
#if defined(__CUDACC__) && defined(__cplusplus)
#define MUSIFY_SIDE __attribute__((host))
#include "__musify_minmax.h"
#undef MUSIFY_SIDE
#endif
