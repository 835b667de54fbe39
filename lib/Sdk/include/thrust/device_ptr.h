//===- device_ptr.h - Forwards --------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_DEVICE_PTR_H
#define MUSIFY_SDK_THRUST_DEVICE_PTR_H

#include "__musify_thrust.h"

#endif
