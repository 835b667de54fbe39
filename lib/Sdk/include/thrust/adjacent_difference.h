//===- adjacent_difference.h - Forwards -----------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_ADJACENT_DIFFERENCE_H
#define MUSIFY_SDK_THRUST_ADJACENT_DIFFERENCE_H

#include "__musify_thrust.h"

#endif
