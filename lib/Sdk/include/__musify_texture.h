//===- __musify_texture.h - Texture and surface access ----------*- C++ -*-===//
//
// Fetches from texture objects, from texture references, and surface access.
// Coordinates are templates: only names and result types matter here.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_SDK_TEXTURE_H
#define MUSIFY_SDK_TEXTURE_H

#include "__musify_runtime_templates.h"

// What a fetch returns: the element, or floats in normalized mode.
template <class T, cudaTextureReadMode M> struct __musify_texel { typedef T Type; };
#define MUSIFY_TEXEL(T, F) template <> struct __musify_texel<T, cudaReadModeNormalizedFloat> { typedef F Type; };
MUSIFY_TEXEL(char, float) MUSIFY_TEXEL(signed char, float) MUSIFY_TEXEL(unsigned char, float) MUSIFY_TEXEL(short, float) MUSIFY_TEXEL(unsigned short, float)
MUSIFY_TEXEL(char1, float1) MUSIFY_TEXEL(uchar1, float1) MUSIFY_TEXEL(short1, float1) MUSIFY_TEXEL(ushort1, float1)
MUSIFY_TEXEL(char2, float2) MUSIFY_TEXEL(uchar2, float2) MUSIFY_TEXEL(short2, float2) MUSIFY_TEXEL(ushort2, float2)
MUSIFY_TEXEL(char4, float4) MUSIFY_TEXEL(uchar4, float4) MUSIFY_TEXEL(short4, float4) MUSIFY_TEXEL(ushort4, float4)
#undef MUSIFY_TEXEL
template <class T> struct __musify_gather { typedef T Type; };
#define MUSIFY_GATHER(T, R) template <> struct __musify_gather<T> { typedef R Type; };
MUSIFY_GATHER(float, float4) MUSIFY_GATHER(float2, float4) MUSIFY_GATHER(int, int4) MUSIFY_GATHER(unsigned int, uint4) MUSIFY_GATHER(unsigned char, uchar4) MUSIFY_GATHER(uchar2, uchar4) MUSIFY_GATHER(char, char4) MUSIFY_GATHER(short, short4) MUSIFY_GATHER(unsigned short, ushort4)
#undef MUSIFY_GATHER

// An object form, the same with the result by pointer, and a reference form.
#define MUSIFY_TEX(F)                                                          \
  template <class T, class... A> __device__ T F(cudaTextureObject_t, A...);    \
  template <class T, class... A> __device__ void F(T *, cudaTextureObject_t, A...); \
  template <class T, int D, cudaTextureReadMode M, class... A>                 \
  __device__ typename __musify_texel<T, M>::Type F(texture<T, D, M>, A...);
MUSIFY_TEX(tex1Dfetch) MUSIFY_TEX(tex1D) MUSIFY_TEX(tex2D) MUSIFY_TEX(tex3D)
MUSIFY_TEX(tex1DLayered) MUSIFY_TEX(tex2DLayered) MUSIFY_TEX(texCubemap) MUSIFY_TEX(texCubemapLayered)
MUSIFY_TEX(tex1DLod) MUSIFY_TEX(tex2DLod) MUSIFY_TEX(tex3DLod) MUSIFY_TEX(tex1DLayeredLod)
MUSIFY_TEX(tex2DLayeredLod) MUSIFY_TEX(texCubemapLod) MUSIFY_TEX(texCubemapLayeredLod)
MUSIFY_TEX(tex1DGrad) MUSIFY_TEX(tex2DGrad) MUSIFY_TEX(tex3DGrad) MUSIFY_TEX(tex1DLayeredGrad)
MUSIFY_TEX(tex2DLayeredGrad) MUSIFY_TEX(texCubemapGrad) MUSIFY_TEX(texCubemapLayeredGrad)
#undef MUSIFY_TEX
template <class T, class... A> __device__ T tex2Dgather(cudaTextureObject_t, A...);
template <class T, class... A> __device__ void tex2Dgather(T *, cudaTextureObject_t, A...);
template <class T, int D, cudaTextureReadMode M>
__device__ typename __musify_gather<typename __musify_texel<T, M>::Type>::Type tex2Dgather(texture<T, D, M>, float, float, int = 0);

// `S` is a surface object or a surface reference.
#define MUSIFY_SURF(NAME)                                                      \
  template <class T, class S, class... A> __device__ T NAME##read(S, A...);    \
  template <class T, class S, class... A> __device__ void NAME##read(T *, S, A...); \
  template <class T, class S, class... A> __device__ void NAME##write(T, S, A...);
MUSIFY_SURF(surf1D) MUSIFY_SURF(surf2D) MUSIFY_SURF(surf3D) MUSIFY_SURF(surf1DLayered)
MUSIFY_SURF(surf2DLayered) MUSIFY_SURF(surfCubemap) MUSIFY_SURF(surfCubemapLayered)
#undef MUSIFY_SURF

#endif
