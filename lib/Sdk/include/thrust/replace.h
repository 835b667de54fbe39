//===- replace.h - Forwards -----------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_REPLACE_H
#define MUSIFY_SDK_THRUST_REPLACE_H

#include "__musify_thrust.h"

#endif
