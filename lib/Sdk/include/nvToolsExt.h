//===- nvToolsExt.h - Forwards --------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_NVTOOLSEXT_H
#define MUSIFY_SDK_NVTOOLSEXT_H

#include "nvtx3/nvToolsExt.h"

#endif
