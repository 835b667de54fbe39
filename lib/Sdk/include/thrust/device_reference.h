//===- device_reference.h - Forwards --------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_DEVICE_REFERENCE_H
#define MUSIFY_SDK_THRUST_DEVICE_REFERENCE_H

#include "__musify_thrust.h"

#endif
