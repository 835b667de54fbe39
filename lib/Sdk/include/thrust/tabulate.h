//===- tabulate.h - Forwards ----------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_TABULATE_H
#define MUSIFY_SDK_THRUST_TABULATE_H

#include "__musify_thrust.h"

#endif
