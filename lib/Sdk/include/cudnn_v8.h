//===- cudnn_v8.h - Forwards ----------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDNN_V8_H
#define MUSIFY_SDK_CUDNN_V8_H

#include "cudnn.h"

#endif
