//===- logical.h - Forwards -----------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_LOGICAL_H
#define MUSIFY_SDK_THRUST_LOGICAL_H

#include "__musify_thrust.h"

#endif
