//===- set_operations.h - Forwards ----------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_SET_OPERATIONS_H
#define MUSIFY_SDK_THRUST_SET_OPERATIONS_H

#include "__musify_thrust.h"

#endif
