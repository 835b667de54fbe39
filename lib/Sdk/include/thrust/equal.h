//===- equal.h - Forwards -------------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_EQUAL_H
#define MUSIFY_SDK_THRUST_EQUAL_H

#include "__musify_thrust.h"

#endif
