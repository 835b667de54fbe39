//===- curand_uniform.h - Forwards ----------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CURAND_UNIFORM_H
#define MUSIFY_SDK_CURAND_UNIFORM_H

#include "curand_kernel.h"

#endif
