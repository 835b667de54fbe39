//===- sort.h - Forwards --------------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_SORT_H
#define MUSIFY_SDK_THRUST_SORT_H

#include "__musify_thrust.h"

#endif
