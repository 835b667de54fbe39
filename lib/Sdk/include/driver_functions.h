//===- driver_functions.h - make_cudaExtent and its kin ---------*- C++ -*-===//
#ifndef MUSIFY_SDK_DRIVER_FUNCTIONS_H
#define MUSIFY_SDK_DRIVER_FUNCTIONS_H

#include "driver_types.h"

static __inline__ __attribute__((unused)) __host__ struct cudaPitchedPtr make_cudaPitchedPtr(void *Ptr, size_t Pitch, size_t XSize, size_t YSize) {
  struct cudaPitchedPtr P = {Ptr, Pitch, XSize, YSize};
  return P;
}
static __inline__ __attribute__((unused)) __host__ struct cudaPos make_cudaPos(size_t X, size_t Y, size_t Z) {
  struct cudaPos P = {X, Y, Z};
  return P;
}
static __inline__ __attribute__((unused)) __host__ struct cudaExtent make_cudaExtent(size_t Width, size_t Height, size_t Depth) {
  struct cudaExtent E = {Width, Height, Depth};
  return E;
}

#endif
