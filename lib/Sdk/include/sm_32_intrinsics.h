//===- sm_32_intrinsics.h - Forwards --------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_SM_32_INTRINSICS_H
#define MUSIFY_SDK_SM_32_INTRINSICS_H

#include "cuda_runtime.h"

#endif
