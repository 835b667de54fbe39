//===- storage_class.h - Forwards -----------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CRT_STORAGE_CLASS_H
#define MUSIFY_SDK_CRT_STORAGE_CLASS_H

#include "../cuda_runtime.h"

#endif
