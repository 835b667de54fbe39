//===- func_macro.h - Forwards --------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_FUNC_MACRO_H
#define MUSIFY_SDK_FUNC_MACRO_H

#include "cuda_runtime.h"

#endif
