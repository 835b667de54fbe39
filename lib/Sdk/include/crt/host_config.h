//===- host_config.h - Forwards -------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CRT_HOST_CONFIG_H
#define MUSIFY_SDK_CRT_HOST_CONFIG_H

#include "../crt/host_defines.h"

#endif
