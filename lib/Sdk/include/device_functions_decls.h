//===- device_functions_decls.h - Forwards --------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_DEVICE_FUNCTIONS_DECLS_H
#define MUSIFY_SDK_DEVICE_FUNCTIONS_DECLS_H

#include "cuda_runtime.h"

#endif
