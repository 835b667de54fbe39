//===- gather.h - Forwards ------------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_GATHER_H
#define MUSIFY_SDK_THRUST_GATHER_H

#include "__musify_thrust.h"

#endif
