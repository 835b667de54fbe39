//===- nvToolsExtOpenCL.h - Forwards --------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_NVTX3_NVTOOLSEXTOPENCL_H
#define MUSIFY_SDK_NVTX3_NVTOOLSEXTOPENCL_H

#include "../nvtx3/nvToolsExt.h"

#endif
