//===- curand_normal_static.h - Forwards ----------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CURAND_NORMAL_STATIC_H
#define MUSIFY_SDK_CURAND_NORMAL_STATIC_H

#include "curand_kernel.h"

#endif
