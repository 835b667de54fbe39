//===- count.h - Forwards -------------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_COUNT_H
#define MUSIFY_SDK_THRUST_COUNT_H

#include "__musify_thrust.h"

#endif
