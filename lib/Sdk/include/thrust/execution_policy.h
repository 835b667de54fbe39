//===- execution_policy.h - Forwards --------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_EXECUTION_POLICY_H
#define MUSIFY_SDK_THRUST_EXECUTION_POLICY_H

#include "__musify_thrust.h"

#endif
