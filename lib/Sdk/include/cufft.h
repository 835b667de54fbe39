//===- cufft.h - The cuFFT API --------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUFFT_H
#define MUSIFY_SDK_CUFFT_H

#define _CUFFT_H_
#define _CUFFTXT_H_
#include "cuComplex.h"
#include "cuda_runtime_api.h"
#include "library_types.h"

#define CUDA_XT_DESCRIPTOR_VERSION 0x01000000
#define CUFFT_COMPATIBILITY_DEFAULT CUFFT_COMPATIBILITY_FFTW_PADDING
#define CUFFT_FORWARD -1
#define CUFFT_INVERSE 1
#define CUFFT_PLAN_NULL -1
#define CUFFT_VERSION 12000
#define CUFFT_VER_BUILD 61
#define CUFFT_VER_MAJOR 12
#define CUFFT_VER_MINOR 0
#define CUFFT_VER_PATCH 0

typedef struct cudaLibXtDesc_t cudaLibXtDesc_t;
typedef struct cudaXtDesc_t cudaXtDesc_t;
typedef struct cufftXt1dFactors_t cufftXt1dFactors_t;
typedef cudaXtDesc_t cudaXtDesc;
typedef cudaLibXtDesc_t cudaLibXtDesc;
typedef cufftXt1dFactors_t cufftXt1dFactors;

#define MUSIFY_RESULT cufftResult
#if __has_include("__musify_gen/cufft.h")
#include "__musify_gen/cufft.h"
#endif

struct cudaXtDesc_t {int version; int nGPUs; int GPUs[64]; void * data[64]; size_t size[64];
  void *cudaXtState;};
struct cudaLibXtDesc_t {int version; cudaXtDesc *descriptor; libFormat library; int subFormat;
  void *libDescriptor;};
struct cufftXt1dFactors_t {long long size; long long stringCount; long long stringLength;
  long long substringLength; long long factor1; long long factor2; long long stringMask;
  long long substringMask; long long factor1Mask; long long factor2Mask; int stringShift;
  int substringShift; int factor1Shift; int factor2Shift;};

#endif
