//===- cupti_pcsampling_util.h - Forwards ---------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUPTI_PCSAMPLING_UTIL_H
#define MUSIFY_SDK_CUPTI_PCSAMPLING_UTIL_H

#include "cupti.h"

#endif
