//===- __musify_macros.h - nvcc's values of macros --------------*- C++ -*-===//
//
// Clang's own header for CUDA defines these as nothing.
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
