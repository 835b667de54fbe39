//===- curand_mrg32k3a.h - Forwards ---------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CURAND_MRG32K3A_H
#define MUSIFY_SDK_CURAND_MRG32K3A_H

#include "curand_kernel.h"

#endif
