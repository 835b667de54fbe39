//===- cupti_sass_metrics.h - Forwards ------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUPTI_SASS_METRICS_H
#define MUSIFY_SDK_CUPTI_SASS_METRICS_H

#include "cupti.h"

#endif
