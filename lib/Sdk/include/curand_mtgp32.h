//===- curand_mtgp32.h - Forwards -----------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CURAND_MTGP32_H
#define MUSIFY_SDK_CURAND_MTGP32_H

#include "curand_kernel.h"

#endif
