//===- raw_pointer_cast.h - Forwards --------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_DETAIL_RAW_POINTER_CAST_H
#define MUSIFY_SDK_THRUST_DETAIL_RAW_POINTER_CAST_H

#include "../__musify_thrust.h"

#endif
