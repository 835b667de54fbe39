//===- device_functions.hpp - Forwards ------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CRT_DEVICE_FUNCTIONS_HPP
#define MUSIFY_SDK_CRT_DEVICE_FUNCTIONS_HPP

#include "../cuda_runtime.h"

#endif
