//===- nvToolsExtOpenCL.h - Forwards --------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_NVTOOLSEXTOPENCL_H
#define MUSIFY_SDK_NVTOOLSEXTOPENCL_H

#include "nvtx3/nvToolsExt.h"

#endif
