//===- cublasLt.h - The cuBLASLt API --------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUBLASLT_H
#define MUSIFY_SDK_CUBLASLT_H

#define CUBLASLT_H_
#include "cublas_api.h"

#define CUBLASLT_NUMERICAL_IMPL_FLAGS_ACCUMULATOR_16F (0x01ull << 8)
#define CUBLASLT_NUMERICAL_IMPL_FLAGS_ACCUMULATOR_32F (0x02ull << 8)
#define CUBLASLT_NUMERICAL_IMPL_FLAGS_ACCUMULATOR_32I (0x08ull << 8)
#define CUBLASLT_NUMERICAL_IMPL_FLAGS_ACCUMULATOR_64F (0x04ull << 8)
#define CUBLASLT_NUMERICAL_IMPL_FLAGS_ACCUMULATOR_TYPE_MASK (0xffull << 8)
#define CUBLASLT_NUMERICAL_IMPL_FLAGS_DMMA (0x08ull << 0)
#define CUBLASLT_NUMERICAL_IMPL_FLAGS_FMA (0x01ull << 0)
#define CUBLASLT_NUMERICAL_IMPL_FLAGS_GAUSSIAN (0x01ull << 32)
#define CUBLASLT_NUMERICAL_IMPL_FLAGS_HMMA (0x02ull << 0)
#define CUBLASLT_NUMERICAL_IMPL_FLAGS_IMMA (0x04ull << 0)
#define CUBLASLT_NUMERICAL_IMPL_FLAGS_INPUT_16BF (0x02ull << 16)
#define CUBLASLT_NUMERICAL_IMPL_FLAGS_INPUT_16F (0x01ull << 16)
#define CUBLASLT_NUMERICAL_IMPL_FLAGS_INPUT_32F (0x08ull << 16)
#define CUBLASLT_NUMERICAL_IMPL_FLAGS_INPUT_64F (0x10ull << 16)
#define CUBLASLT_NUMERICAL_IMPL_FLAGS_INPUT_8F_E4M3 (0x40ull << 16)
#define CUBLASLT_NUMERICAL_IMPL_FLAGS_INPUT_8F_E5M2 (0x80ull << 16)
#define CUBLASLT_NUMERICAL_IMPL_FLAGS_INPUT_8I (0x20ull << 16)
#define CUBLASLT_NUMERICAL_IMPL_FLAGS_INPUT_TF32 (0x04ull << 16)
#define CUBLASLT_NUMERICAL_IMPL_FLAGS_OP_INPUT_TYPE_MASK (0xffull << 16)
#define CUBLASLT_NUMERICAL_IMPL_FLAGS_OP_TYPE_MASK (0xffull << 0)
#define CUBLASLT_NUMERICAL_IMPL_FLAGS_TENSOR_OP_MASK (0xfeull << 0)

typedef struct cublasLtEmulationDescOpaque_t cublasLtEmulationDescOpaque_t;
typedef struct cublasLtMatmulAlgo_t cublasLtMatmulAlgo_t;
typedef struct cublasLtMatmulDescOpaque_t cublasLtMatmulDescOpaque_t;
typedef struct cublasLtMatmulHeuristicResult_t cublasLtMatmulHeuristicResult_t;
typedef struct cublasLtMatmulPreferenceOpaque_t cublasLtMatmulPreferenceOpaque_t;
typedef struct cublasLtMatrixLayoutOpaque_t cublasLtMatrixLayoutOpaque_t;
typedef struct cublasLtMatrixTransformDescOpaque_t cublasLtMatrixTransformDescOpaque_t;

#define MUSIFY_RESULT cublasStatus_t
#if __has_include("__musify_gen/cublaslt.h")
#include "__musify_gen/cublaslt.h"
#endif

struct cublasLtEmulationDescOpaque_t {uint64_t data[8];};
struct cublasLtMatmulAlgo_t {uint64_t data[8];};
struct cublasLtMatmulDescOpaque_t {uint64_t data[32];};
struct cublasLtMatmulHeuristicResult_t {cublasLtMatmulAlgo_t algo; size_t workspaceSize;
  cublasStatus_t state; float wavesCount; int reserved[4];};
struct cublasLtMatmulPreferenceOpaque_t {uint64_t data[8];};
struct cublasLtMatrixLayoutOpaque_t {uint64_t data[8];};
struct cublasLtMatrixTransformDescOpaque_t {uint64_t data[8];};

#endif
