//===- device_types.h - Forwards ------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_DEVICE_TYPES_H
#define MUSIFY_SDK_DEVICE_TYPES_H

#include "driver_types.h"

#endif
