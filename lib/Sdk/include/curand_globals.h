//===- curand_globals.h - Forwards ----------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CURAND_GLOBALS_H
#define MUSIFY_SDK_CURAND_GLOBALS_H

#include "curand_kernel.h"

#endif
