//===- distance.h - Forwards ----------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_DISTANCE_H
#define MUSIFY_SDK_THRUST_DISTANCE_H

#include "__musify_thrust.h"

#endif
