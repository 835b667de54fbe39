//===- host_defines.h - Forwards ------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_HOST_DEFINES_H
#define MUSIFY_SDK_HOST_DEFINES_H

#include "crt/host_defines.h"

#endif
