//===- for_each.h - Forwards ----------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_FOR_EACH_H
#define MUSIFY_SDK_THRUST_FOR_EACH_H

#include "__musify_thrust.h"

#endif
