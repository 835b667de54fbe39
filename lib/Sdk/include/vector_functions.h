//===- vector_functions.h - make_int2 and its kin ---------------*- C++ -*-===//
#ifndef MUSIFY_SDK_VECTOR_FUNCTIONS_H
#define MUSIFY_SDK_VECTOR_FUNCTIONS_H

#include "vector_types.h"

#ifdef __cplusplus
#define MUSIFY_MAKE_ATTR __host__ __device__
#else
#define MUSIFY_MAKE_ATTR static inline
#endif
#ifdef __cplusplus
#define MUSIFY_MAKE(T, N)                                                      \
  MUSIFY_MAKE_ATTR N##1 make_##N##1(T x);                                      \
  MUSIFY_MAKE_ATTR N##2 make_##N##2(T x, T y);                                 \
  MUSIFY_MAKE_ATTR N##3 make_##N##3(T x, T y, T z);                            \
  MUSIFY_MAKE_ATTR N##4 make_##N##4(T x, T y, T z, T w);
#define MUSIFY_MAKE4(T, N) MUSIFY_MAKE_ATTR N make_##N(T x, T y, T z, T w);
#else
#define MUSIFY_MAKE(T, N)                                                      \
  static inline N##1 make_##N##1(T x) { N##1 V = {x}; return V; }              \
  static inline N##2 make_##N##2(T x, T y) { N##2 V = {x, y}; return V; }      \
  static inline N##3 make_##N##3(T x, T y, T z) { N##3 V = {x, y, z}; return V; } \
  static inline N##4 make_##N##4(T x, T y, T z, T w) { N##4 V = {x, y, z, w}; return V; }
#define MUSIFY_MAKE4(T, N) static inline N make_##N(T x, T y, T z, T w) { N V = {x, y, z, w}; return V; }
#endif
MUSIFY_MAKE(signed char, char)
MUSIFY_MAKE(unsigned char, uchar)
MUSIFY_MAKE(short, short)
MUSIFY_MAKE(unsigned short, ushort)
MUSIFY_MAKE(int, int)
MUSIFY_MAKE(unsigned int, uint)
MUSIFY_MAKE(long, long)
MUSIFY_MAKE(unsigned long, ulong)
MUSIFY_MAKE(long long, longlong)
MUSIFY_MAKE(unsigned long long, ulonglong)
MUSIFY_MAKE(float, float)
MUSIFY_MAKE(double, double)
MUSIFY_MAKE4(long, long4_16a)
MUSIFY_MAKE4(long, long4_32a)
MUSIFY_MAKE4(unsigned long, ulong4_16a)
MUSIFY_MAKE4(unsigned long, ulong4_32a)
MUSIFY_MAKE4(long long, longlong4_16a)
MUSIFY_MAKE4(long long, longlong4_32a)
MUSIFY_MAKE4(unsigned long long, ulonglong4_16a)
MUSIFY_MAKE4(unsigned long long, ulonglong4_32a)
MUSIFY_MAKE4(double, double4_16a)
MUSIFY_MAKE4(double, double4_32a)
#undef MUSIFY_MAKE
#undef MUSIFY_MAKE4
#undef MUSIFY_MAKE_ATTR

#endif
