//===- remove.h - Forwards ------------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_REMOVE_H
#define MUSIFY_SDK_THRUST_REMOVE_H

#include "__musify_thrust.h"

#endif
