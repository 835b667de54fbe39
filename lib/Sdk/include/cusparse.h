//===- cusparse.h - The cuSPARSE API --------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUSPARSE_H
#define MUSIFY_SDK_CUSPARSE_H

#define CUSPARSE_H_
#define CUSPARSEAPI
#include "cuComplex.h"
#include "cuda_fp16.h"
#include "cuda_runtime_api.h"
#include "library_types.h"
// For the host; __musify_nvcc.h has them for .cu.
#ifndef __CUDACC__
#if __has_include(<stdio.h>)
#include <stdio.h>
#endif
#endif

#define CUSPARSE_VERSION (CUSPARSE_VER_MAJOR * 1000 + CUSPARSE_VER_MINOR * 100 + CUSPARSE_VER_PATCH)
#define CUSPARSE_VER_BUILD 3
#define CUSPARSE_VER_MAJOR 12
#define CUSPARSE_VER_MINOR 6
#define CUSPARSE_VER_PATCH 3

typedef struct csrsv2Info *csrsv2Info_t;
typedef struct csrsm2Info *csrsm2Info_t;
typedef struct bsrsv2Info *bsrsv2Info_t;
typedef struct bsrsm2Info *bsrsm2Info_t;
typedef struct csric02Info *csric02Info_t;
typedef struct bsric02Info *bsric02Info_t;
typedef struct csrilu02Info *csrilu02Info_t;
typedef struct bsrilu02Info *bsrilu02Info_t;
typedef struct csrgemm2Info *csrgemm2Info_t;
typedef struct csru2csrInfo *csru2csrInfo_t;
typedef struct pruneInfo *pruneInfo_t;

#define MUSIFY_RESULT cusparseStatus_t
#if __has_include("__musify_gen/cusparse.h")
#include "__musify_gen/cusparse.h"
#endif


#endif
