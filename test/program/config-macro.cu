// Macros that configure the SDK's headers are the SDK's, although the project
// defines them.
// RUN: %port %s | FileCheck %s --match-full-lines
#define CUDA_API_PER_THREAD_DEFAULT_STREAM // CHECK: #define MUSA_API_PER_THREAD_DEFAULT_STREAM
#define __CUDA_NO_HALF_OPERATORS__ 1 // CHECK: #define __MUSA_NO_HALF_OPERATORS__ 1
#undef __CUDA_NO_HALF_CONVERSIONS__ // CHECK: #undef __MUSA_NO_HALF_CONVERSIONS__
#define CUB_STDERR // CHECK: #define CUB_STDERR
#define CUB_DEBUG_SYNC // CHECK: #define CUB_DEBUG_SYNC
#include <cuda_runtime.h>
#ifdef __CUDA_NO_HALF_OPERATORS__ // CHECK: #ifdef __MUSA_NO_HALF_OPERATORS__
int A;
#endif
#ifndef __CUDACC__ // CHECK: #ifndef __MUSACC__
#define __CUDACC__ // CHECK: #define __MUSACC__
#endif
// CHECK: {{.*}}:8:9: error: `CUB_DEBUG_SYNC` cannot be ported by name; {{.*}} [MUSA0101 unsupported-name]
