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
template <class _T, cudaTextureReadMode _M> struct __musify_texel { typedef _T Type; };
#define MUSIFY_TEXEL(_T, F) template <> struct __musify_texel<_T, cudaReadModeNormalizedFloat> { typedef F Type; };
MUSIFY_TEXEL(char, float) MUSIFY_TEXEL(signed char, float) MUSIFY_TEXEL(unsigned char, float) MUSIFY_TEXEL(short, float) MUSIFY_TEXEL(unsigned short, float)
MUSIFY_TEXEL(char1, float1) MUSIFY_TEXEL(uchar1, float1) MUSIFY_TEXEL(short1, float1) MUSIFY_TEXEL(ushort1, float1)
MUSIFY_TEXEL(char2, float2) MUSIFY_TEXEL(uchar2, float2) MUSIFY_TEXEL(short2, float2) MUSIFY_TEXEL(ushort2, float2)
MUSIFY_TEXEL(char4, float4) MUSIFY_TEXEL(uchar4, float4) MUSIFY_TEXEL(short4, float4) MUSIFY_TEXEL(ushort4, float4)
#undef MUSIFY_TEXEL
template <class _T> struct __musify_gather { typedef _T Type; };
#define MUSIFY_GATHER(_T, R) template <> struct __musify_gather<_T> { typedef R Type; };
MUSIFY_GATHER(float, float4) MUSIFY_GATHER(float2, float4) MUSIFY_GATHER(int, int4) MUSIFY_GATHER(unsigned int, uint4) MUSIFY_GATHER(unsigned char, uchar4) MUSIFY_GATHER(uchar2, uchar4) MUSIFY_GATHER(char, char4) MUSIFY_GATHER(short, short4) MUSIFY_GATHER(unsigned short, ushort4)
#undef MUSIFY_GATHER

// An object form, the same with the result by pointer, and a reference form.
#define MUSIFY_TEX(F)                                                          \
  template <class _T, class... _A> __device__ _T F(cudaTextureObject_t, _A...);    \
  template <class _T, class... _A> __device__ void F(_T *, cudaTextureObject_t, _A...); \
  template <class _T, int _D, cudaTextureReadMode _M, class... _A>                 \
  __device__ typename __musify_texel<_T, _M>::Type F(texture<_T, _D, _M>, _A...);
MUSIFY_TEX(tex1Dfetch) MUSIFY_TEX(tex1D) MUSIFY_TEX(tex2D) MUSIFY_TEX(tex3D)
MUSIFY_TEX(tex1DLayered) MUSIFY_TEX(tex2DLayered) MUSIFY_TEX(texCubemap) MUSIFY_TEX(texCubemapLayered)
MUSIFY_TEX(tex1DLod) MUSIFY_TEX(tex2DLod) MUSIFY_TEX(tex3DLod) MUSIFY_TEX(tex1DLayeredLod)
MUSIFY_TEX(tex2DLayeredLod) MUSIFY_TEX(texCubemapLod) MUSIFY_TEX(texCubemapLayeredLod)
MUSIFY_TEX(tex1DGrad) MUSIFY_TEX(tex2DGrad) MUSIFY_TEX(tex3DGrad) MUSIFY_TEX(tex1DLayeredGrad)
MUSIFY_TEX(tex2DLayeredGrad) MUSIFY_TEX(texCubemapGrad) MUSIFY_TEX(texCubemapLayeredGrad)
#undef MUSIFY_TEX
template <class _T, class... _A> __device__ _T tex2Dgather(cudaTextureObject_t, _A...);
template <class _T, class... _A> __device__ void tex2Dgather(_T *, cudaTextureObject_t, _A...);
template <class _T, int _D, cudaTextureReadMode _M>
__device__ typename __musify_gather<typename __musify_texel<_T, _M>::Type>::Type tex2Dgather(texture<_T, _D, _M>, float, float, int = 0);

// `_S` is a surface object or a surface reference.
#define MUSIFY_SURF(NAME)                                                      \
  template <class _T, class _S, class... _A> __device__ _T NAME##read(_S, _A...);    \
  template <class _T, class _S, class... _A> __device__ void NAME##read(_T *, _S, _A...); \
  template <class _T, class _S, class... _A> __device__ void NAME##write(_T, _S, _A...);
MUSIFY_SURF(surf1D) MUSIFY_SURF(surf2D) MUSIFY_SURF(surf3D) MUSIFY_SURF(surf1DLayered)
MUSIFY_SURF(surf2DLayered) MUSIFY_SURF(surfCubemap) MUSIFY_SURF(surfCubemapLayered)
#undef MUSIFY_SURF

#endif
