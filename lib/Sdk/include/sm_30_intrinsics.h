//===- sm_30_intrinsics.h - Forwards --------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_SM_30_INTRINSICS_H
#define MUSIFY_SDK_SM_30_INTRINSICS_H

#include "cuda_runtime.h"

#endif
