//===- channel_descriptor.h - Forwards ------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CHANNEL_DESCRIPTOR_H
#define MUSIFY_SDK_CHANNEL_DESCRIPTOR_H

#include "cuda_runtime.h"

#endif
