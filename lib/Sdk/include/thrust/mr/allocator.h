//===- allocator.h - Forwards ---------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_MR_ALLOCATOR_H
#define MUSIFY_SDK_THRUST_MR_ALLOCATOR_H

#include "../__musify_thrust.h"

#endif
