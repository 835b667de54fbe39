//===- cupti_checkpoint.h - Forwards --------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUPTI_CHECKPOINT_H
#define MUSIFY_SDK_CUPTI_CHECKPOINT_H

#include "cupti.h"

#endif
