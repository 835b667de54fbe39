//===- shuffle.h - Forwards -----------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_SHUFFLE_H
#define MUSIFY_SDK_THRUST_SHUFFLE_H

#include "__musify_thrust.h"

#endif
