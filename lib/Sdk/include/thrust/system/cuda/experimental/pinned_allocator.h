//===- pinned_allocator.h - Forwards --------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_SYSTEM_CUDA_EXPERIMENTAL_PINNED_ALLOCATOR_H
#define MUSIFY_SDK_THRUST_SYSTEM_CUDA_EXPERIMENTAL_PINNED_ALLOCATOR_H

#include "../../../__musify_thrust.h"

#endif
