//===- memory.h - Forwards ------------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_SYSTEM_CUDA_MEMORY_H
#define MUSIFY_SDK_THRUST_SYSTEM_CUDA_MEMORY_H

#include "../../__musify_thrust.h"

#endif
