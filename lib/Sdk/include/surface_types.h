//===- surface_types.h - Surface references ---------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_SURFACE_TYPES_H
#define MUSIFY_SDK_SURFACE_TYPES_H

#include "driver_types.h"

typedef struct surfaceReference {
  struct cudaChannelFormatDesc channelDesc;
} surfaceReference;

#endif
