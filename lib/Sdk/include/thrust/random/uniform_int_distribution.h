//===- uniform_int_distribution.h - Forwards ------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_RANDOM_UNIFORM_INT_DISTRIBUTION_H
#define MUSIFY_SDK_THRUST_RANDOM_UNIFORM_INT_DISTRIBUTION_H

#include "../__musify_thrust.h"

#endif
