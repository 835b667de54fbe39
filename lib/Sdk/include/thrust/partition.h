//===- partition.h - Forwards ---------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_PARTITION_H
#define MUSIFY_SDK_THRUST_PARTITION_H

#include "__musify_thrust.h"

#endif
