//===- cudart_platform.h - Forwards ---------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDART_PLATFORM_H
#define MUSIFY_SDK_CUDART_PLATFORM_H

#include "driver_types.h"

#endif
