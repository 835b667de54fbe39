//===- functional.h - Forwards --------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_FUNCTIONAL_H
#define MUSIFY_SDK_THRUST_FUNCTIONAL_H

#include "__musify_thrust.h"

#endif
