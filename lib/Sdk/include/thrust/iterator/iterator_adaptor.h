//===- iterator_adaptor.h - Forwards --------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_ITERATOR_ITERATOR_ADAPTOR_H
#define MUSIFY_SDK_THRUST_ITERATOR_ITERATOR_ADAPTOR_H

#include "../__musify_thrust.h"

#endif
