//===- reverse.h - Forwards -----------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_REVERSE_H
#define MUSIFY_SDK_THRUST_REVERSE_H

#include "__musify_thrust.h"

#endif
