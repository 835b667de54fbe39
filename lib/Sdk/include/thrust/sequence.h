//===- sequence.h - Forwards ----------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_SEQUENCE_H
#define MUSIFY_SDK_THRUST_SEQUENCE_H

#include "__musify_thrust.h"

#endif
