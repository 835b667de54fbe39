//===- curand_mtgp32dc_p_11213.h - Forwards -------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CURAND_MTGP32DC_P_11213_H
#define MUSIFY_SDK_CURAND_MTGP32DC_P_11213_H

#include "curand_kernel.h"

#endif
