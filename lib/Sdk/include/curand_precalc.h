//===- curand_precalc.h - Forwards ----------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CURAND_PRECALC_H
#define MUSIFY_SDK_CURAND_PRECALC_H

#include "curand_kernel.h"

#endif
