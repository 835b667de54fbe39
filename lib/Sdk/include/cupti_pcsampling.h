//===- cupti_pcsampling.h - Forwards --------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUPTI_PCSAMPLING_H
#define MUSIFY_SDK_CUPTI_PCSAMPLING_H

#include "cupti.h"

#endif
