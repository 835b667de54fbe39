//===- cusparse.h - The cuSPARSE API --------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUSPARSE_H
#define MUSIFY_SDK_CUSPARSE_H

#define CUSPARSE_H_
#define CUSPARSEAPI
#include "cuComplex.h"
#include "cuda_fp16.h"
#include "cuda_runtime_api.h"
#include "library_types.h"

#define CUSPARSE_VERSION (CUSPARSE_VER_MAJOR * 1000 + CUSPARSE_VER_MINOR * 100 + CUSPARSE_VER_PATCH)
#define CUSPARSE_VER_BUILD 3
#define CUSPARSE_VER_MAJOR 12
#define CUSPARSE_VER_MINOR 6
#define CUSPARSE_VER_PATCH 3

#define MUSIFY_RESULT cusparseStatus_t
#if __has_include("__musify_gen/cusparse.h")
#include "__musify_gen/cusparse.h"
#endif


#endif
