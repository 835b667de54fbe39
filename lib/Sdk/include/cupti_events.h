//===- cupti_events.h - Forwards ------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUPTI_EVENTS_H
#define MUSIFY_SDK_CUPTI_EVENTS_H

#include "cupti.h"

#endif
