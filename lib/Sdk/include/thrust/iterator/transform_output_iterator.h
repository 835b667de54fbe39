//===- transform_output_iterator.h - Forwards -----------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_ITERATOR_TRANSFORM_OUTPUT_ITERATOR_H
#define MUSIFY_SDK_THRUST_ITERATOR_TRANSFORM_OUTPUT_ITERATOR_H

#include "../__musify_thrust.h"

#endif
