//===- mismatch.h - Forwards ----------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_MISMATCH_H
#define MUSIFY_SDK_THRUST_MISMATCH_H

#include "__musify_thrust.h"

#endif
