//===- nvblas.h - Forwards ------------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_NVBLAS_H
#define MUSIFY_SDK_NVBLAS_H

#include "cublas_api.h"

#endif
