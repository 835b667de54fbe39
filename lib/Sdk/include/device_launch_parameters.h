//===- device_launch_parameters.h - Forwards ------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_DEVICE_LAUNCH_PARAMETERS_H
#define MUSIFY_SDK_DEVICE_LAUNCH_PARAMETERS_H

#include "cuda_runtime.h"

#endif
