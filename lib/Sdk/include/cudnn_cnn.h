//===- cudnn_cnn.h - Forwards ---------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDNN_CNN_H
#define MUSIFY_SDK_CUDNN_CNN_H

#include "cudnn.h"

#endif
