//===- cudaTypedefs.h - Forwards ------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDATYPEDEFS_H
#define MUSIFY_SDK_CUDATYPEDEFS_H

#include "cuda.h"

#endif
