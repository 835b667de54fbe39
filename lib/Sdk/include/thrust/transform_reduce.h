//===- transform_reduce.h - Forwards --------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_TRANSFORM_REDUCE_H
#define MUSIFY_SDK_THRUST_TRANSFORM_REDUCE_H

#include "__musify_thrust.h"

#endif
