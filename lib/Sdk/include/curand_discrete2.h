//===- curand_discrete2.h - Forwards --------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CURAND_DISCRETE2_H
#define MUSIFY_SDK_CURAND_DISCRETE2_H

#include "curand_kernel.h"

#endif
