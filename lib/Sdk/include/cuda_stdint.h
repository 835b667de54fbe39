//===- cuda_stdint.h - Forwards -------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDA_STDINT_H
#define MUSIFY_SDK_CUDA_STDINT_H

#include "crt/host_defines.h"

#endif
