//===- unique.h - Forwards ------------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_UNIQUE_H
#define MUSIFY_SDK_THRUST_UNIQUE_H

#include "__musify_thrust.h"

#endif
