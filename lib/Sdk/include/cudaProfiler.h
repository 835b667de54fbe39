//===- cudaProfiler.h - Forwards ------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDAPROFILER_H
#define MUSIFY_SDK_CUDAPROFILER_H

#include "cuda.h"

#endif
