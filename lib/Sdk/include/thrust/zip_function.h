//===- zip_function.h - Forwards ------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_ZIP_FUNCTION_H
#define MUSIFY_SDK_THRUST_ZIP_FUNCTION_H

#include "__musify_thrust.h"

#endif
