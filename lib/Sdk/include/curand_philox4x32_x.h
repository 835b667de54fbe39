//===- curand_philox4x32_x.h - Forwards -----------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CURAND_PHILOX4X32_X_H
#define MUSIFY_SDK_CURAND_PHILOX4X32_X_H

#include "curand_kernel.h"

#endif
