//===- type_traits.h - Forwards -------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_DETAIL_TYPE_TRAITS_H
#define MUSIFY_SDK_THRUST_DETAIL_TYPE_TRAITS_H

#include "../__musify_thrust.h"

#endif
