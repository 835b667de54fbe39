//===- math_functions.h - Forwards ----------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_MATH_FUNCTIONS_H
#define MUSIFY_SDK_MATH_FUNCTIONS_H

#include "cuda_runtime.h"

#endif
