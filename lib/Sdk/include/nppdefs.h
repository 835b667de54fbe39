//===- nppdefs.h - Image and signal primitives ----------------*- C++ -*-===//
#ifndef MUSIFY_SDK_NPPDEFS_H
#define MUSIFY_SDK_NPPDEFS_H

#define NV_NPPIDEFS_H
#include "cuda_runtime_api.h"

typedef unsigned char Npp8u;
typedef signed char Npp8s;
typedef unsigned short Npp16u;
typedef short Npp16s;
typedef unsigned int Npp32u;
typedef int Npp32s;
typedef unsigned long long Npp64u;
typedef long long Npp64s;
typedef float Npp32f;
typedef double Npp64f;
typedef struct Npp8uc { Npp8u re, im; } Npp8uc;
typedef struct Npp16sc { Npp16s re, im; } Npp16sc;
typedef struct Npp16uc { Npp16u re, im; } Npp16uc;
typedef struct Npp32sc { Npp32s re, im; } Npp32sc;
typedef struct Npp32uc { Npp32u re, im; } Npp32uc;
typedef struct Npp32fc { Npp32f re, im; } Npp32fc;
typedef struct Npp64sc { Npp64s re, im; } Npp64sc;
typedef struct Npp64fc { Npp64f re, im; } Npp64fc;
typedef struct Npp16f { short fp16; } Npp16f;
typedef struct NppLibraryVersion { int major, minor, build; } NppLibraryVersion;
typedef struct NppiSize { int width, height; } NppiSize;
typedef struct NppiPoint { int x, y; } NppiPoint;
typedef struct NppPointPolar { Npp32f rho, theta; } NppPointPolar;
typedef struct NppiRect { int x, y, width, height; } NppiRect;
typedef struct NppiBufferDescriptor { void *pData; int nStep; NppiSize oSize; } NppiBufferDescriptor;
typedef struct NppiImageDescriptor { void *pData; int nStep; NppiSize oSize; } NppiImageDescriptor;
typedef struct NppiHaarBuffer { int haarBufferSize; Npp32s *haarBuffer; } NppiHaarBuffer;
typedef struct NppStreamContext {
  cudaStream_t hStream;
  int nCudaDeviceId, nMultiProcessorCount, nMaxThreadsPerMultiProcessor, nMaxThreadsPerBlock;
  size_t nSharedMemPerBlock;
  int nCudaDevAttrComputeCapabilityMajor, nCudaDevAttrComputeCapabilityMinor;
  unsigned int nStreamFlags;
  int nReserved0;
} NppStreamContext;
#define NPP_MIN_8U 0
#define NPP_MAX_8U 255
#define NPP_MAX_16U 65535
#define NPP_MIN_16S (-32767 - 1)
#define NPP_MAX_16S 32767
#define NPP_MAX_32S 2147483647
#define NPP_MAXABS_32F 3.402823466e+38f

#define MUSIFY_RESULT NppStatus
#if __has_include("__musify_gen/npp.h")
#include "__musify_gen/npp.h"
#endif


#endif
