//===- cudnn_adv_infer.h - Forwards ---------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDNN_ADV_INFER_H
#define MUSIFY_SDK_CUDNN_ADV_INFER_H

#include "cudnn.h"

#endif
