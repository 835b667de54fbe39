//===- sm_13_double_functions.h - Forwards --------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_SM_13_DOUBLE_FUNCTIONS_H
#define MUSIFY_SDK_SM_13_DOUBLE_FUNCTIONS_H

#include "cuda_runtime.h"

#endif
