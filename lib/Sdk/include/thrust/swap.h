//===- swap.h - Forwards --------------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_SWAP_H
#define MUSIFY_SDK_THRUST_SWAP_H

#include "__musify_thrust.h"

#endif
