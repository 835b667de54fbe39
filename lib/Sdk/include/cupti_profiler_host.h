//===- cupti_profiler_host.h - Forwards -----------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUPTI_PROFILER_HOST_H
#define MUSIFY_SDK_CUPTI_PROFILER_HOST_H

#include "cupti.h"

#endif
