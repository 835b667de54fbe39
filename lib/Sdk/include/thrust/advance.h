//===- advance.h - Forwards -----------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_ADVANCE_H
#define MUSIFY_SDK_THRUST_ADVANCE_H

#include "__musify_thrust.h"

#endif
