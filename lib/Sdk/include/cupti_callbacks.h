//===- cupti_callbacks.h - Forwards ---------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUPTI_CALLBACKS_H
#define MUSIFY_SDK_CUPTI_CALLBACKS_H

#include "cupti.h"

#endif
