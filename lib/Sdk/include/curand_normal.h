//===- curand_normal.h - Forwards -----------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CURAND_NORMAL_H
#define MUSIFY_SDK_CURAND_NORMAL_H

#include "curand_kernel.h"

#endif
