//===- vector_types.h - int2, float4, dim3 and their kin --------*- C++ -*-===//
#ifndef MUSIFY_SDK_VECTOR_TYPES_H
#define MUSIFY_SDK_VECTOR_TYPES_H

#define __VECTOR_TYPES_H__
#include "crt/host_defines.h"

#define MUSIFY_VECTOR(T, N, A2, A4)                                            \
  typedef struct N##1 { T x; } N##1;                                           \
  typedef struct __attribute__((aligned(A2))) N##2 { T x, y; } N##2;           \
  typedef struct N##3 { T x, y, z; } N##3;                                     \
  typedef struct __attribute__((aligned(A4))) N##4 { T x, y, z, w; } N##4;
MUSIFY_VECTOR(signed char, char, 2, 4)
MUSIFY_VECTOR(unsigned char, uchar, 2, 4)
MUSIFY_VECTOR(short, short, 4, 8)
MUSIFY_VECTOR(unsigned short, ushort, 4, 8)
MUSIFY_VECTOR(int, int, 8, 16)
MUSIFY_VECTOR(unsigned int, uint, 8, 16)
MUSIFY_VECTOR(long, long, 2 * sizeof(long), 16)
MUSIFY_VECTOR(unsigned long, ulong, 2 * sizeof(long), 16)
MUSIFY_VECTOR(long long, longlong, 16, 16)
MUSIFY_VECTOR(unsigned long long, ulonglong, 16, 16)
MUSIFY_VECTOR(float, float, 8, 16)
MUSIFY_VECTOR(double, double, 16, 16)
#undef MUSIFY_VECTOR

typedef struct __attribute__((aligned(16))) long4_16a { long x, y, z, w; } long4_16a;
typedef struct __attribute__((aligned(32))) long4_32a { long x, y, z, w; } long4_32a;
typedef struct __attribute__((aligned(16))) ulong4_16a { unsigned long x, y, z, w; } ulong4_16a;
typedef struct __attribute__((aligned(32))) ulong4_32a { unsigned long x, y, z, w; } ulong4_32a;
typedef struct __attribute__((aligned(16))) longlong4_16a { long long x, y, z, w; } longlong4_16a;
typedef struct __attribute__((aligned(32))) longlong4_32a { long long x, y, z, w; } longlong4_32a;
typedef struct __attribute__((aligned(16))) ulonglong4_16a { unsigned long long x, y, z, w; } ulonglong4_16a;
typedef struct __attribute__((aligned(32))) ulonglong4_32a { unsigned long long x, y, z, w; } ulonglong4_32a;
typedef struct __attribute__((aligned(16))) double4_16a { double x, y, z, w; } double4_16a;
typedef struct __attribute__((aligned(32))) double4_32a { double x, y, z, w; } double4_32a;

#ifdef __cplusplus
struct dim3 {
  unsigned int x, y, z;
  constexpr __host__ __device__ dim3(unsigned int X = 1, unsigned int Y = 1, unsigned int Z = 1) : x(X), y(Y), z(Z) {}
  constexpr __host__ __device__ dim3(uint3 V) : x(V.x), y(V.y), z(V.z) {}
  constexpr __host__ __device__ operator uint3() const { return uint3{x, y, z}; }
};
#else
typedef struct dim3 { unsigned int x, y, z; } dim3;
#endif

#endif
