//===- generated_cuda_meta.h - Forwards -----------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_GENERATED_CUDA_META_H
#define MUSIFY_SDK_GENERATED_CUDA_META_H

#include "cupti.h"

#endif
