//===- sm_61_intrinsics.h - Forwards --------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_SM_61_INTRINSICS_H
#define MUSIFY_SDK_SM_61_INTRINSICS_H

#include "cuda_runtime.h"

#endif
