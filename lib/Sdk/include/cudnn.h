//===- cudnn.h - The cuDNN API --------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDNN_H
#define MUSIFY_SDK_CUDNN_H

#define CUDNN_H_
#include "cuda_runtime_api.h"

#define CUDNN_ADV_MAJOR 9
#define CUDNN_ADV_MINOR 19
#define CUDNN_ADV_PATCH 0
#define CUDNN_ATTN_DISABLE_PROJ_BIASES 0
#define CUDNN_ATTN_ENABLE_PROJ_BIASES (1U << 1)
#define CUDNN_ATTN_QUERYMAP_ALL_TO_ONE 0
#define CUDNN_ATTN_QUERYMAP_ONE_TO_ONE (1U << 0)
#define CUDNN_ATTN_WKIND_COUNT 8
#define CUDNN_BN_MIN_EPSILON 0.0
#define CUDNN_CNN_MAJOR 9
#define CUDNN_CNN_MINOR 19
#define CUDNN_CNN_PATCH 0
#define CUDNN_DIM_MAX 8
#define CUDNN_GRAPH_MAJOR 9
#define CUDNN_GRAPH_MINOR 19
#define CUDNN_GRAPH_PATCH 0
#define CUDNN_LRN_MAX_N 16
#define CUDNN_LRN_MIN_BETA 0.01
#define CUDNN_LRN_MIN_K 1e-5
#define CUDNN_LRN_MIN_N 1
#define CUDNN_MAJOR 9
#define CUDNN_MAX_DEVICE_VERSION (CUDNN_MAX_SM_MAJOR_NUMBER * 100 + CUDNN_MAX_SM_MINOR_NUMBER * 10)
#define CUDNN_MAX_SM_MAJOR_NUMBER 12
#define CUDNN_MAX_SM_MINOR_NUMBER 1
#define CUDNN_MINOR 19
#define CUDNN_OPS_MAJOR 9
#define CUDNN_OPS_MINOR 19
#define CUDNN_OPS_PATCH 0
#define CUDNN_PATCHLEVEL 0
#define CUDNN_RNN_PADDED_IO_DISABLED 0
#define CUDNN_RNN_PADDED_IO_ENABLED (1U << 0)
#define CUDNN_SEQDATA_DIM_COUNT 4
#define CUDNN_SEV_ERROR_EN (1U << CUDNN_SEV_ERROR)
#define CUDNN_SEV_INFO_EN (1U << CUDNN_SEV_INFO)
#define CUDNN_SEV_WARNING_EN (1U << CUDNN_SEV_WARNING)
#define CUDNN_VERSION (CUDNN_MAJOR * 10000 + CUDNN_MINOR * 100 + CUDNN_PATCHLEVEL)

typedef struct cudnnConvolutionBwdDataAlgoPerfStruct cudnnConvolutionBwdDataAlgoPerfStruct;
typedef struct cudnnConvolutionBwdFilterAlgoPerfStruct cudnnConvolutionBwdFilterAlgoPerfStruct;
typedef struct cudnnConvolutionFwdAlgoPerfStruct cudnnConvolutionFwdAlgoPerfStruct;
typedef struct cudnnDebugStruct cudnnDebugStruct;
typedef struct cudnnFractionStruct cudnnFractionStruct;
typedef cudnnConvolutionBwdDataAlgoPerfStruct cudnnConvolutionBwdDataAlgoPerf_t;
typedef cudnnConvolutionBwdFilterAlgoPerfStruct cudnnConvolutionBwdFilterAlgoPerf_t;
typedef cudnnConvolutionFwdAlgoPerfStruct cudnnConvolutionFwdAlgoPerf_t;
typedef cudnnDebugStruct cudnnDebug_t;
typedef cudnnFractionStruct cudnnFraction_t;

#define MUSIFY_RESULT cudnnStatus_t
#if __has_include("__musify_gen/cudnn.h")
#include "__musify_gen/cudnn.h"
#endif

struct cudnnConvolutionBwdDataAlgoPerfStruct {cudnnConvolutionBwdDataAlgo_t algo;
  cudnnStatus_t status; float time; size_t memory; cudnnDeterminism_t determinism;
  cudnnMathType_t mathType; int reserved[3];};
struct cudnnConvolutionBwdFilterAlgoPerfStruct {cudnnConvolutionBwdFilterAlgo_t algo;
  cudnnStatus_t status; float time; size_t memory; cudnnDeterminism_t determinism;
  cudnnMathType_t mathType; int reserved[3];};
struct cudnnConvolutionFwdAlgoPerfStruct {cudnnConvolutionFwdAlgo_t algo; cudnnStatus_t status;
  float time; size_t memory; cudnnDeterminism_t determinism; cudnnMathType_t mathType;
  int reserved[3];};
struct cudnnDebugStruct {unsigned int cudnn_version; cudnnStatus_t cudnnStatus;
  unsigned int time_sec; unsigned int time_usec; unsigned int time_delta; cudnnHandle_t handle;
  cudaStream_t stream; unsigned long long pid; unsigned long long tid; int cudaDeviceId;
  int reserved[15];};
struct cudnnFractionStruct {int64_t numerator; int64_t denominator;};

#endif
