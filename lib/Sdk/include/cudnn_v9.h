//===- cudnn_v9.h - Forwards ----------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDNN_V9_H
#define MUSIFY_SDK_CUDNN_V9_H

#include "cudnn.h"

#endif
