//===- nvperf_common.h - Forwards -----------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_NVPERF_COMMON_H
#define MUSIFY_SDK_NVPERF_COMMON_H

#include "cupti.h"

#endif
