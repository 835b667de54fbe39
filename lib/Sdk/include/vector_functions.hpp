//===- vector_functions.hpp - Forwards ------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_VECTOR_FUNCTIONS_HPP
#define MUSIFY_SDK_VECTOR_FUNCTIONS_HPP

#include "cuda_runtime.h"

#endif
