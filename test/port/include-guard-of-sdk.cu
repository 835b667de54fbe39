// A test of the include guard of one of the SDK's headers is not true on MUSA.
// A header of the project may have a guard of that kind.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cufft.h>
#ifdef _CUFFT_H_ // CHECK: #ifdef _CUFFT_H_
const char *name(cufftResult R) { return R == CUFFT_SUCCESS ? "ok" : "bad"; } // CHECK: {{.*}}MUFFT_SUCCESS{{.*}}
#endif
#if defined(NCCL_H_) && !defined(__CUDA_RUNTIME_H__)
#endif
#ifndef CUFFT_HOUSE_H_
#define CUFFT_HOUSE_H_
#endif

// CHECK: === said, exit status 1
// CHECK: include-guard-of-sdk.cu:5:8: error: `_CUFFT_H_` cannot be ported by name; include guard of cufft.h, {{.*}}
// CHECK: include-guard-of-sdk.cu:8:13: error: `NCCL_H_` {{.*}}
// CHECK: include-guard-of-sdk.cu:8:34: error: `__CUDA_RUNTIME_H__` {{.*}}
// CHECK: 3 findings: 3 errors
