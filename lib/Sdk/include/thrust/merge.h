//===- merge.h - Forwards -------------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_MERGE_H
#define MUSIFY_SDK_THRUST_MERGE_H

#include "__musify_thrust.h"

#endif
