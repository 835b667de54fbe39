//===- cudnn_ops.h - Forwards ---------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDNN_OPS_H
#define MUSIFY_SDK_CUDNN_OPS_H

#include "cudnn.h"

#endif
