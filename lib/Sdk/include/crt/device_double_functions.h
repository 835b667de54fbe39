//===- device_double_functions.h - Forwards -------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CRT_DEVICE_DOUBLE_FUNCTIONS_H
#define MUSIFY_SDK_CRT_DEVICE_DOUBLE_FUNCTIONS_H

#include "../cuda_runtime.h"

#endif
