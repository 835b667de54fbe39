//===- nvToolsExtCuda.h - Forwards ----------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_NVTOOLSEXTCUDA_H
#define MUSIFY_SDK_NVTOOLSEXTCUDA_H

#include "nvtx3/nvToolsExt.h"

#endif
