//===- transform.h - Forwards ---------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_TRANSFORM_H
#define MUSIFY_SDK_THRUST_TRANSFORM_H

#include "__musify_thrust.h"

#endif
