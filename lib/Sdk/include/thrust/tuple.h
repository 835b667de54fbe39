//===- tuple.h - Forwards -------------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_TUPLE_H
#define MUSIFY_SDK_THRUST_TUPLE_H

#include "__musify_thrust.h"

#endif
