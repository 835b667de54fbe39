//===- device_new.h - Forwards --------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_DEVICE_NEW_H
#define MUSIFY_SDK_THRUST_DEVICE_NEW_H

#include "__musify_thrust.h"

#endif
