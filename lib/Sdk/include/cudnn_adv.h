//===- cudnn_adv.h - Forwards ---------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDNN_ADV_H
#define MUSIFY_SDK_CUDNN_ADV_H

#include "cudnn.h"

#endif
