//===- nvrtc.h - Runtime compilation --------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_NVRTC_H
#define MUSIFY_SDK_NVRTC_H

#define __NVRTC_H__
#include <stddef.h>


#define MUSIFY_RESULT nvrtcResult
#if __has_include("__musify_gen/nvrtc.h")
#include "__musify_gen/nvrtc.h"
#endif


#endif
