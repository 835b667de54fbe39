//===- sm_11_atomic_functions.h - Forwards --------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_SM_11_ATOMIC_FUNCTIONS_H
#define MUSIFY_SDK_SM_11_ATOMIC_FUNCTIONS_H

#include "cuda_runtime.h"

#endif
