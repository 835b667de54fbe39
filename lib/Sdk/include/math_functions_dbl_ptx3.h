//===- math_functions_dbl_ptx3.h - Forwards -------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_MATH_FUNCTIONS_DBL_PTX3_H
#define MUSIFY_SDK_MATH_FUNCTIONS_DBL_PTX3_H

#include "cuda_runtime.h"

#endif
