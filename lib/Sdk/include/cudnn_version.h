//===- cudnn_version.h - Forwards -----------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDNN_VERSION_H
#define MUSIFY_SDK_CUDNN_VERSION_H

#include "cudnn.h"

#endif
