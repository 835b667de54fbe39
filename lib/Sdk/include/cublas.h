//===- cublas.h - The cuBLAS API, old name --------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUBLAS_H
#define MUSIFY_SDK_CUBLAS_H

#define CUBLAS_H_
#include "cublas_api.h"

#endif
