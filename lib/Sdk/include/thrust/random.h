//===- random.h - Forwards ------------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_RANDOM_H
#define MUSIFY_SDK_THRUST_RANDOM_H

#include "__musify_thrust.h"

#endif
