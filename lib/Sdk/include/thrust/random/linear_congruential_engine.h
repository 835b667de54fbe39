//===- linear_congruential_engine.h - Forwards ----------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_RANDOM_LINEAR_CONGRUENTIAL_ENGINE_H
#define MUSIFY_SDK_THRUST_RANDOM_LINEAR_CONGRUENTIAL_ENGINE_H

#include "../__musify_thrust.h"

#endif
