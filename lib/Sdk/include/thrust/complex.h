//===- complex.h - Forwards -----------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_COMPLEX_H
#define MUSIFY_SDK_THRUST_COMPLEX_H

#include "__musify_thrust.h"

#endif
