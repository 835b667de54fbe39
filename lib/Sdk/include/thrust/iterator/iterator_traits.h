//===- iterator_traits.h - Forwards ---------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_ITERATOR_ITERATOR_TRAITS_H
#define MUSIFY_SDK_THRUST_ITERATOR_ITERATOR_TRAITS_H

#include "../__musify_thrust.h"

#endif
