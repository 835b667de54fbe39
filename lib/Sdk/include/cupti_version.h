//===- cupti_version.h - Forwards -----------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUPTI_VERSION_H
#define MUSIFY_SDK_CUPTI_VERSION_H

#include "cupti.h"

#endif
