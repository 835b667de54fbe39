//===- find.h - Forwards --------------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_FIND_H
#define MUSIFY_SDK_THRUST_FIND_H

#include "__musify_thrust.h"

#endif
