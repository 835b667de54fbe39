//===- texture_fetch_functions.h - Forwards -------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_TEXTURE_FETCH_FUNCTIONS_H
#define MUSIFY_SDK_TEXTURE_FETCH_FUNCTIONS_H

#include "cuda_runtime.h"

#endif
