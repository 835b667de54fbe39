//===- universal_vector.h - Forwards --------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_UNIVERSAL_VECTOR_H
#define MUSIFY_SDK_THRUST_UNIVERSAL_VECTOR_H

#include "__musify_thrust.h"

#endif
