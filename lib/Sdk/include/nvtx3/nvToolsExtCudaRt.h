//===- nvToolsExtCudaRt.h - Forwards --------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_NVTX3_NVTOOLSEXTCUDART_H
#define MUSIFY_SDK_NVTX3_NVTOOLSEXTCUDART_H

#include "../nvtx3/nvToolsExt.h"

#endif
