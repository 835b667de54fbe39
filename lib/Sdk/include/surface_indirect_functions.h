//===- surface_indirect_functions.h - Forwards ----------------*- C++ -*-===//
#ifndef MUSIFY_SDK_SURFACE_INDIRECT_FUNCTIONS_H
#define MUSIFY_SDK_SURFACE_INDIRECT_FUNCTIONS_H

#include "cuda_runtime.h"

#endif
