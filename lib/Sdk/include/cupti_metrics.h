//===- cupti_metrics.h - Forwards -----------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUPTI_METRICS_H
#define MUSIFY_SDK_CUPTI_METRICS_H

#include "cupti.h"

#endif
