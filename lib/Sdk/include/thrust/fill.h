//===- fill.h - Forwards --------------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_FILL_H
#define MUSIFY_SDK_THRUST_FILL_H

#include "__musify_thrust.h"

#endif
