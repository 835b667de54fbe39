//===- host_runtime.h - Forwards ------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CRT_HOST_RUNTIME_H
#define MUSIFY_SDK_CRT_HOST_RUNTIME_H

#include "../cuda_runtime.h"

#endif
