//===- cupti_range_profiler.h - Forwards ----------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUPTI_RANGE_PROFILER_H
#define MUSIFY_SDK_CUPTI_RANGE_PROFILER_H

#include "cupti.h"

#endif
