//===- device_new_allocator.h - Forwards ----------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_DEVICE_NEW_ALLOCATOR_H
#define MUSIFY_SDK_THRUST_DEVICE_NEW_ALLOCATOR_H

#include "__musify_thrust.h"

#endif
