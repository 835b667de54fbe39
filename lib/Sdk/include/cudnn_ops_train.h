//===- cudnn_ops_train.h - Forwards ---------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDNN_OPS_TRAIN_H
#define MUSIFY_SDK_CUDNN_OPS_TRAIN_H

#include "cudnn.h"

#endif
