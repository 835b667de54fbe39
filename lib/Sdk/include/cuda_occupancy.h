//===- cuda_occupancy.h - Forwards ----------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDA_OCCUPANCY_H
#define MUSIFY_SDK_CUDA_OCCUPANCY_H

#include "cuda_runtime_api.h"

#endif
