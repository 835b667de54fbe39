//===- nvperf_host.h - Forwards -------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_NVPERF_HOST_H
#define MUSIFY_SDK_NVPERF_HOST_H

#include "cupti.h"

#endif
