//===- cupti_result.h - Forwards ------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUPTI_RESULT_H
#define MUSIFY_SDK_CUPTI_RESULT_H

#include "cupti.h"

#endif
