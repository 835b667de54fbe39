//===- nvtx3.hpp - Forwards -----------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_NVTX3_NVTX3_HPP
#define MUSIFY_SDK_NVTX3_NVTX3_HPP

#include "../nvtx3/nvToolsExt.h"

#endif
