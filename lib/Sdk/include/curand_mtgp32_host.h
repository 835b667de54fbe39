//===- curand_mtgp32_host.h - Forwards ------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CURAND_MTGP32_HOST_H
#define MUSIFY_SDK_CURAND_MTGP32_HOST_H

#include "curand_kernel.h"

#endif
