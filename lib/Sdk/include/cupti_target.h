//===- cupti_target.h - Forwards ------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUPTI_TARGET_H
#define MUSIFY_SDK_CUPTI_TARGET_H

#include "cupti.h"

#endif
