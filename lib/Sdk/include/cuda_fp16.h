//===- cuda_fp16.h - Half precision ---------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDA_FP16_H
#define MUSIFY_SDK_CUDA_FP16_H

#define __CUDA_FP16_H__
#define __CUDA_FP16_TYPES_EXIST__
#include "vector_functions.h"
// For the host; __musify_nvcc.h has them for .cu.
#ifndef __CUDACC__
#if __has_include(<limits.h>)
#include <limits.h>
#endif
#if __has_include(<string.h>)
#include <string.h>
#endif
#if defined(__cplusplus) && __has_include(<utility>)
#include <utility>
#endif
#endif

typedef struct __half_raw { unsigned short x; } __half_raw;
typedef struct __attribute__((aligned(4))) __half2_raw { unsigned short x, y; } __half2_raw;

#ifdef __cplusplus
struct __half;
struct __half2;
struct __half {
  __half() = default;
  __host__ __device__ __half(const __half_raw &);
  __host__ __device__ __half &operator=(const __half_raw &);
  __host__ __device__ volatile __half &operator=(const __half_raw &) volatile;
  __host__ __device__ operator __half_raw() const;
  __host__ __device__ operator __half_raw() const volatile;
#ifndef __CUDA_NO_HALF_CONVERSIONS__
  __host__ __device__ operator float() const;
  __host__ __device__ operator bool() const;
  __host__ __device__ operator signed char() const;
  __host__ __device__ operator unsigned char() const;
  __host__ __device__ operator char() const;
  __host__ __device__ __half(float);
  __host__ __device__ __half &operator=(float);
  __host__ __device__ __half(double);
  __host__ __device__ __half &operator=(double);
  __host__ __device__ __half(short);
  __host__ __device__ __half &operator=(short);
  __host__ __device__ __half(unsigned short);
  __host__ __device__ __half &operator=(unsigned short);
  __host__ __device__ __half(int);
  __host__ __device__ __half &operator=(int);
  __host__ __device__ __half(unsigned int);
  __host__ __device__ __half &operator=(unsigned int);
  __host__ __device__ __half(long);
  __host__ __device__ __half &operator=(long);
  __host__ __device__ __half(unsigned long);
  __host__ __device__ __half &operator=(unsigned long);
  __host__ __device__ __half(long long);
  __host__ __device__ __half &operator=(long long);
  __host__ __device__ __half(unsigned long long);
  __host__ __device__ __half &operator=(unsigned long long);
  __host__ __device__ operator short() const;
  __host__ __device__ operator unsigned short() const;
  __host__ __device__ operator int() const;
  __host__ __device__ operator unsigned int() const;
  __host__ __device__ operator long() const;
  __host__ __device__ operator unsigned long() const;
  __host__ __device__ operator long long() const;
  __host__ __device__ operator unsigned long long() const;
#endif

protected:
  unsigned short __x;
};
struct __attribute__((aligned(4))) __half2 {
  __half x, y;
  __half2() = default;
  __host__ __device__ constexpr __half2(const __half &_X, const __half &_Y) : x(_X), y(_Y) {}
  __host__ __device__ __half2(const __half2_raw &);
  __host__ __device__ __half2 &operator=(const __half2_raw &);
  __host__ __device__ operator __half2_raw() const;
};
typedef __half half;
typedef __half2 half2;
typedef __half nv_half;
typedef __half2 nv_half2;
typedef __half __nv_half;
typedef __half2 __nv_half2;
#define MUSIFY_OPS(H)                                                           \
  __host__ __device__ H operator+(const H &, const H &); __host__ __device__ H &operator+=(H &, const H &); \
  __host__ __device__ H operator-(const H &, const H &); __host__ __device__ H &operator-=(H &, const H &); \
  __host__ __device__ H operator*(const H &, const H &); __host__ __device__ H &operator*=(H &, const H &); \
  __host__ __device__ H operator/(const H &, const H &); __host__ __device__ H &operator/=(H &, const H &); \
  __host__ __device__ H &operator++(H &); __host__ __device__ H operator++(H &, int); \
  __host__ __device__ H &operator--(H &); __host__ __device__ H operator--(H &, int); \
  __host__ __device__ H operator+(const H &); __host__ __device__ H operator-(const H &); \
  __host__ __device__ bool operator==(const H &, const H &); \
  __host__ __device__ bool operator!=(const H &, const H &); \
  __host__ __device__ bool operator<(const H &, const H &); \
  __host__ __device__ bool operator>(const H &, const H &); \
  __host__ __device__ bool operator<=(const H &, const H &); \
  __host__ __device__ bool operator>=(const H &, const H &);
#ifndef __CUDA_NO_HALF_OPERATORS__
MUSIFY_OPS(__half)
#endif
#ifndef __CUDA_NO_HALF2_OPERATORS__
MUSIFY_OPS(__half2)
#endif
#undef MUSIFY_OPS
// On both sides.
__host__ __device__ __half __habs(__half);
__host__ __device__ __half __hneg(__half);
typedef __half __musify_half_hd1(__half, __half);
__host__ __device__ __musify_half_hd1 __hadd, __hadd_rn, __hadd_sat, __hdiv, __hmax, __hmax_nan,
    __hmin, __hmin_nan, __hmul, __hmul_rn, __hmul_sat, __hsub, __hsub_rn, __hsub_sat;
__host__ __device__ __half __high2half(__half2);
__host__ __device__ __half __low2half(__half2);
__host__ __device__ __half __double2half(double);
typedef __half __musify_half_hd2(float);
__host__ __device__ __musify_half_hd2 __float2half, __float2half_rd, __float2half_rn,
    __float2half_ru, __float2half_rz;
typedef __half __musify_half_hd3(int);
__host__ __device__ __musify_half_hd3 __int2half_rd, __int2half_rn, __int2half_ru,
    __int2half_rz;
typedef __half __musify_half_hd4(long long);
__host__ __device__ __musify_half_hd4 __ll2half_rd, __ll2half_rn, __ll2half_ru, __ll2half_rz;
typedef __half __musify_half_hd5(short);
__host__ __device__ __musify_half_hd5 __short2half_rd, __short2half_rn, __short2half_ru,
    __short2half_rz, __short_as_half;
typedef __half __musify_half_hd6(unsigned int);
__host__ __device__ __musify_half_hd6 __uint2half_rd, __uint2half_rn, __uint2half_ru,
    __uint2half_rz;
typedef __half __musify_half_hd7(unsigned long long);
__host__ __device__ __musify_half_hd7 __ull2half_rd, __ull2half_rn, __ull2half_ru,
    __ull2half_rz;
typedef __half __musify_half_hd8(unsigned short);
__host__ __device__ __musify_half_hd8 __ushort2half_rd, __ushort2half_rn, __ushort2half_ru,
    __ushort2half_rz, __ushort_as_half;
__host__ __device__ __half2 __half2half2(__half);
__host__ __device__ __half2 __halves2half2(__half, __half);
__host__ __device__ __half2 make_half2(__half, __half);
typedef __half2 __musify_half_hd9(__half2);
__host__ __device__ __musify_half_hd9 __habs2, __high2half2, __hisnan2, __hneg2, __low2half2,
    __lowhigh2highlow;
typedef __half2 __musify_half_hd10(__half2, __half2);
__host__ __device__ __musify_half_hd10 __h2div, __hadd2, __hadd2_rn, __hadd2_sat, __heq2,
    __hequ2, __hge2, __hgeu2, __hgt2, __hgtu2, __highs2half2, __hle2, __hleu2, __hlt2, __hltu2,
    __hmax2, __hmax2_nan, __hmin2, __hmin2_nan, __hmul2, __hmul2_rn, __hmul2_sat, __hne2,
    __hneu2, __hsub2, __hsub2_rn, __hsub2_sat, __lows2half2;
__host__ __device__ __half2 __float2half2_rn(float);
__host__ __device__ __half2 __floats2half2_rn(float, float);
__host__ __device__ __half2 __float22half2_rn(float2);
__host__ __device__ bool __hisnan(__half);
typedef bool __musify_half_hd11(__half, __half);
__host__ __device__ __musify_half_hd11 __heq, __hequ, __hge, __hgeu, __hgt, __hgtu, __hle,
    __hleu, __hlt, __hltu, __hne, __hneu;
typedef bool __musify_half_hd12(__half2, __half2);
__host__ __device__ __musify_half_hd12 __hbeq2, __hbequ2, __hbge2, __hbgeu2, __hbgt2, __hbgtu2,
    __hble2, __hbleu2, __hblt2, __hbltu2, __hbne2, __hbneu2;
__host__ __device__ float __half2float(__half);
__host__ __device__ float __high2float(__half2);
__host__ __device__ float __low2float(__half2);
__host__ __device__ float2 __half22float2(__half2);
__host__ __device__ int __half2int_rz(__half);
__host__ __device__ int __hisinf(__half);
__host__ __device__ long long __half2ll_rz(__half);
__host__ __device__ short __half2short_rz(__half);
__host__ __device__ short __half_as_short(__half);
__host__ __device__ signed char __half2char_rz(__half);
__host__ __device__ unsigned char __half2uchar_rz(__half);
__host__ __device__ unsigned int __half2uint_rz(__half);
typedef unsigned int __musify_half_hd13(__half2, __half2);
__host__ __device__ __musify_half_hd13 __heq2_mask, __hequ2_mask, __hge2_mask, __hgeu2_mask,
    __hgt2_mask, __hgtu2_mask, __hle2_mask, __hleu2_mask, __hlt2_mask, __hltu2_mask,
    __hne2_mask, __hneu2_mask;
__host__ __device__ unsigned long long __half2ull_rz(__half);
__host__ __device__ unsigned short __half2ushort_rz(__half);
__host__ __device__ unsigned short __half_as_ushort(__half);
// On the device.
typedef __half __musify_half_d1(__half);
__device__ __musify_half_d1 hceil, hcos, hexp, hexp10, hexp2, hfloor, hlog, hlog10, hlog2, hrcp,
    hrint, hrsqrt, hsin, hsqrt, htanh, htanh_approx, htrunc;
typedef __half __musify_half_d2(__half, __half, __half);
__device__ __musify_half_d2 __hfma, __hfma_relu, __hfma_sat;
typedef __half2 __musify_half_d3(__half2);
__device__ __musify_half_d3 h2ceil, h2cos, h2exp, h2exp10, h2exp2, h2floor, h2log, h2log10,
    h2log2, h2rcp, h2rint, h2rsqrt, h2sin, h2sqrt, h2tanh, h2tanh_approx, h2trunc;
typedef __half2 __musify_half_d4(__half2, __half2, __half2);
__device__ __musify_half_d4 __hcmadd, __hfma2, __hfma2_relu, __hfma2_sat;
typedef int __musify_half_d5(__half);
__device__ __musify_half_d5 __half2int_rd, __half2int_rn, __half2int_ru;
typedef long long __musify_half_d6(__half);
__device__ __musify_half_d6 __half2ll_rd, __half2ll_rn, __half2ll_ru;
typedef short __musify_half_d7(__half);
__device__ __musify_half_d7 __half2short_rd, __half2short_rn, __half2short_ru;
typedef unsigned int __musify_half_d8(__half);
__device__ __musify_half_d8 __half2uint_rd, __half2uint_rn, __half2uint_ru;
typedef unsigned long long __musify_half_d9(__half);
__device__ __musify_half_d9 __half2ull_rd, __half2ull_rn, __half2ull_ru;
typedef unsigned short __musify_half_d10(__half);
__device__ __musify_half_d10 __half2ushort_rd, __half2ushort_rn, __half2ushort_ru;
__device__ __half atomicAdd(__half *, __half);
__device__ __half2 atomicAdd(__half2 *, __half2);
__host__ __device__ __half2 make_half2(__half, __half);
__host__ __device__ __half __float2half(float);
__host__ __device__ __half __hadd(__half, __half);
#else
typedef __half_raw __half;
typedef __half2_raw __half2;
#endif

#define CUDART_INF_FP16 __ushort_as_half((unsigned short)0x7C00U)
#define CUDART_NAN_FP16 __ushort_as_half((unsigned short)0x7FFFU)
#define CUDART_MIN_DENORM_FP16 __ushort_as_half((unsigned short)0x0001U)
#define CUDART_MAX_NORMAL_FP16 __ushort_as_half((unsigned short)0x7BFFU)
#define CUDART_NEG_ZERO_FP16 __ushort_as_half((unsigned short)0x8000U)
#define CUDART_ZERO_FP16 __ushort_as_half((unsigned short)0x0000U)
#define CUDART_ONE_FP16 __ushort_as_half((unsigned short)0x3C00U)

#endif
