//===- binary_search.h - Forwards -----------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_BINARY_SEARCH_H
#define MUSIFY_SDK_THRUST_BINARY_SEARCH_H

#include "__musify_thrust.h"

#endif
