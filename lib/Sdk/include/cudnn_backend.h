//===- cudnn_backend.h - Forwards -----------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDNN_BACKEND_H
#define MUSIFY_SDK_CUDNN_BACKEND_H

#include "cudnn.h"

#endif
