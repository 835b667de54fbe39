//===- cupti_activity.h - Forwards ----------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUPTI_ACTIVITY_H
#define MUSIFY_SDK_CUPTI_ACTIVITY_H

#include "cupti.h"

#endif
