//===- generated_nvtx_meta.h - Forwards -----------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_GENERATED_NVTX_META_H
#define MUSIFY_SDK_GENERATED_NVTX_META_H

#include "cupti.h"

#endif
