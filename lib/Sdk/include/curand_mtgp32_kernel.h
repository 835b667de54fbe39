//===- curand_mtgp32_kernel.h - Forwards ----------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CURAND_MTGP32_KERNEL_H
#define MUSIFY_SDK_CURAND_MTGP32_KERNEL_H

#include "curand_kernel.h"

#endif
