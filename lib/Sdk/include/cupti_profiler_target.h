//===- cupti_profiler_target.h - Forwards ---------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUPTI_PROFILER_TARGET_H
#define MUSIFY_SDK_CUPTI_PROFILER_TARGET_H

#include "cupti.h"

#endif
