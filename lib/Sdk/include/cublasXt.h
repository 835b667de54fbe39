//===- cublasXt.h - The cuBLASXt API --------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUBLASXT_H
#define MUSIFY_SDK_CUBLASXT_H

#define CUBLAS_XT_H_
#include "cublas_api.h"

#endif
