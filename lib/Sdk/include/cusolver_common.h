//===- cusolver_common.h - The cuSOLVER API -------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUSOLVER_COMMON_H
#define MUSIFY_SDK_CUSOLVER_COMMON_H

#define CUSOLVER_COMMON_H_
#define CUSOLVERDN_H_
#include "cuComplex.h"
#include "cuda_runtime_api.h"
#include "library_types.h"
// For the host; __musify_nvcc.h has them for .cu.
#ifndef __CUDACC__
#if __has_include(<stdio.h>)
#include <stdio.h>
#endif
#endif
#include "cublas_api.h"
#include "cusparse.h"

#define CUSOLVER_VERSION (CUSOLVER_VER_MAJOR * 1000 + CUSOLVER_VER_MINOR * 100 + CUSOLVER_VER_PATCH)
#define CUSOLVER_VER_BUILD 66
#define CUSOLVER_VER_MAJOR 12
#define CUSOLVER_VER_MINOR 0
#define CUSOLVER_VER_PATCH 4

typedef int cusolver_int_t;
typedef struct csrqrInfo *csrqrInfo_t;
typedef struct csrqrInfoHost *csrqrInfoHost_t;
typedef struct csrluInfoHost *csrluInfoHost_t;
typedef struct csrcholInfo *csrcholInfo_t;
typedef struct csrcholInfoHost *csrcholInfoHost_t;
typedef struct syevjInfo *syevjInfo_t;
typedef struct gesvdjInfo *gesvdjInfo_t;

#define MUSIFY_RESULT cusolverStatus_t
#if __has_include("__musify_gen/cusolver.h")
#include "__musify_gen/cusolver.h"
#endif


#endif
