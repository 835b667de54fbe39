//===- curand_discrete.h - Forwards ---------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CURAND_DISCRETE_H
#define MUSIFY_SDK_CURAND_DISCRETE_H

#include "curand_kernel.h"

#endif
