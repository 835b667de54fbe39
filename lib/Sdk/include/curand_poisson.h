//===- curand_poisson.h - Forwards ----------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CURAND_POISSON_H
#define MUSIFY_SDK_CURAND_POISSON_H

#include "curand_kernel.h"

#endif
