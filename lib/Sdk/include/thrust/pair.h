//===- pair.h - Forwards --------------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_PAIR_H
#define MUSIFY_SDK_THRUST_PAIR_H

#include "__musify_thrust.h"

#endif
