//===- counting_iterator.h - Forwards -------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_ITERATOR_COUNTING_ITERATOR_H
#define MUSIFY_SDK_THRUST_ITERATOR_COUNTING_ITERATOR_H

#include "../__musify_thrust.h"

#endif
