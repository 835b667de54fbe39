//===- system_error.h - Forwards ------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_SYSTEM_ERROR_H
#define MUSIFY_SDK_THRUST_SYSTEM_ERROR_H

#include "__musify_thrust.h"

#endif
