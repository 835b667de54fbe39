//===- generate.h - Forwards ----------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_GENERATE_H
#define MUSIFY_SDK_THRUST_GENERATE_H

#include "__musify_thrust.h"

#endif
