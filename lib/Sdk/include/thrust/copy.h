//===- copy.h - Forwards --------------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_COPY_H
#define MUSIFY_SDK_THRUST_COPY_H

#include "__musify_thrust.h"

#endif
