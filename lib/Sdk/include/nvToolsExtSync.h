//===- nvToolsExtSync.h - Forwards ----------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_NVTOOLSEXTSYNC_H
#define MUSIFY_SDK_NVTOOLSEXTSYNC_H

#include "nvtx3/nvToolsExt.h"

#endif
