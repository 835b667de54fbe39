//===- device_malloc.h - Forwards -----------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_DEVICE_MALLOC_H
#define MUSIFY_SDK_THRUST_DEVICE_MALLOC_H

#include "__musify_thrust.h"

#endif
