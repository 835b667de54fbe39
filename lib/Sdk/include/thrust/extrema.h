//===- extrema.h - Forwards -----------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_EXTREMA_H
#define MUSIFY_SDK_THRUST_EXTREMA_H

#include "__musify_thrust.h"

#endif
