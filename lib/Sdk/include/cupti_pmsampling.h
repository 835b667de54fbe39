//===- cupti_pmsampling.h - Forwards --------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUPTI_PMSAMPLING_H
#define MUSIFY_SDK_CUPTI_PMSAMPLING_H

#include "cupti.h"

#endif
