//===- iterator_facade.h - Forwards ---------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_ITERATOR_ITERATOR_FACADE_H
#define MUSIFY_SDK_THRUST_ITERATOR_ITERATOR_FACADE_H

#include "../__musify_thrust.h"

#endif
