//===- scatter.h - Forwards -----------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_SCATTER_H
#define MUSIFY_SDK_THRUST_SCATTER_H

#include "__musify_thrust.h"

#endif
