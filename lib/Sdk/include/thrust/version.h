//===- version.h - Forwards -----------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_VERSION_H
#define MUSIFY_SDK_THRUST_VERSION_H

#include "__musify_thrust.h"

#endif
