//===- device_delete.h - Forwards -----------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_DEVICE_DELETE_H
#define MUSIFY_SDK_THRUST_DEVICE_DELETE_H

#include "__musify_thrust.h"

#endif
