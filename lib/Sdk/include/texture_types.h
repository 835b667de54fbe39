//===- texture_types.h - Texture references ---------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_TEXTURE_TYPES_H
#define MUSIFY_SDK_TEXTURE_TYPES_H

#include "driver_types.h"

typedef struct textureReference {
  int normalized;
  enum cudaTextureFilterMode filterMode;
  enum cudaTextureAddressMode addressMode[3];
  struct cudaChannelFormatDesc channelDesc;
  int sRGB;
  unsigned int maxAnisotropy;
  enum cudaTextureFilterMode mipmapFilterMode;
  float mipmapLevelBias, minMipmapLevelClamp, maxMipmapLevelClamp;
  int disableTrilinearOptimization;
} textureReference;

#endif
