//===- curand_lognormal.h - Forwards --------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CURAND_LOGNORMAL_H
#define MUSIFY_SDK_CURAND_LOGNORMAL_H

#include "curand_kernel.h"

#endif
