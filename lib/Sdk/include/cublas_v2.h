//===- cublas_v2.h - The cuBLAS API ---------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUBLAS_V2_H
#define MUSIFY_SDK_CUBLAS_V2_H

#define CUBLAS_V2_H_
#include "cublas_api.h"

#endif
