//===- device_free.h - Forwards -------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_DEVICE_FREE_H
#define MUSIFY_SDK_THRUST_DEVICE_FREE_H

#include "__musify_thrust.h"

#endif
