//===- cuda_bf16.h - bfloat16 ---------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDA_BF16_H
#define MUSIFY_SDK_CUDA_BF16_H

#define __CUDA_BF16_H__
#define __CUDA_BF16_TYPES_EXIST__
#include "cuda_fp16.h"

typedef struct __nv_bfloat16_raw { unsigned short x; } __nv_bfloat16_raw;
typedef struct __attribute__((aligned(4))) __nv_bfloat162_raw { unsigned short x, y; } __nv_bfloat162_raw;

#ifdef __cplusplus
struct __nv_bfloat16;
struct __nv_bfloat162;
struct __nv_bfloat16 {
  __nv_bfloat16() = default;
  __host__ __device__ __nv_bfloat16(const __nv_bfloat16_raw &);
  __host__ __device__ __nv_bfloat16 &operator=(const __nv_bfloat16_raw &);
  __host__ __device__ volatile __nv_bfloat16 &operator=(const __nv_bfloat16_raw &) volatile;
  __host__ __device__ operator __nv_bfloat16_raw() const;
  __host__ __device__ operator __nv_bfloat16_raw() const volatile;
#ifndef __CUDA_NO_BFLOAT16_CONVERSIONS__
  __host__ __device__ operator float() const;
  __host__ __device__ operator bool() const;
  __host__ __device__ operator signed char() const;
  __host__ __device__ operator unsigned char() const;
  __host__ __device__ operator char() const;
  __host__ __device__ __nv_bfloat16(float);
  __host__ __device__ __nv_bfloat16 &operator=(float);
  __host__ __device__ __nv_bfloat16(double);
  __host__ __device__ __nv_bfloat16 &operator=(double);
  __host__ __device__ __nv_bfloat16(short);
  __host__ __device__ __nv_bfloat16 &operator=(short);
  __host__ __device__ __nv_bfloat16(unsigned short);
  __host__ __device__ __nv_bfloat16 &operator=(unsigned short);
  __host__ __device__ __nv_bfloat16(int);
  __host__ __device__ __nv_bfloat16 &operator=(int);
  __host__ __device__ __nv_bfloat16(unsigned int);
  __host__ __device__ __nv_bfloat16 &operator=(unsigned int);
  __host__ __device__ __nv_bfloat16(long);
  __host__ __device__ __nv_bfloat16 &operator=(long);
  __host__ __device__ __nv_bfloat16(unsigned long);
  __host__ __device__ __nv_bfloat16 &operator=(unsigned long);
  __host__ __device__ __nv_bfloat16(long long);
  __host__ __device__ __nv_bfloat16 &operator=(long long);
  __host__ __device__ __nv_bfloat16(unsigned long long);
  __host__ __device__ __nv_bfloat16 &operator=(unsigned long long);
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
struct __attribute__((aligned(4))) __nv_bfloat162 {
  __nv_bfloat16 x, y;
  __nv_bfloat162() = default;
  __host__ __device__ constexpr __nv_bfloat162(const __nv_bfloat16 &_X, const __nv_bfloat16 &_Y) : x(_X), y(_Y) {}
  __host__ __device__ __nv_bfloat162(const __nv_bfloat162_raw &);
  __host__ __device__ __nv_bfloat162 &operator=(const __nv_bfloat162_raw &);
  __host__ __device__ operator __nv_bfloat162_raw() const;
};
typedef __nv_bfloat16 nv_bfloat16;
typedef __nv_bfloat162 nv_bfloat162;
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
#ifndef __CUDA_NO_BFLOAT16_OPERATORS__
MUSIFY_OPS(__nv_bfloat16)
#endif
#ifndef __CUDA_NO_BFLOAT162_OPERATORS__
MUSIFY_OPS(__nv_bfloat162)
#endif
#undef MUSIFY_OPS
// On both sides.
__host__ __device__ __nv_bfloat16 __habs(__nv_bfloat16);
__host__ __device__ __nv_bfloat16 __hneg(__nv_bfloat16);
typedef __nv_bfloat16 __musify_bf_hd1(__nv_bfloat16, __nv_bfloat16);
__host__ __device__ __musify_bf_hd1 __hadd, __hadd_rn, __hadd_sat, __hdiv, __hmax, __hmax_nan,
    __hmin, __hmin_nan, __hmul, __hmul_rn, __hmul_sat, __hsub, __hsub_rn, __hsub_sat;
__host__ __device__ __nv_bfloat16 __high2bfloat16(__nv_bfloat162);
__host__ __device__ __nv_bfloat16 __low2bfloat16(__nv_bfloat162);
__host__ __device__ __nv_bfloat16 __double2bfloat16(double);
typedef __nv_bfloat16 __musify_bf_hd2(float);
__host__ __device__ __musify_bf_hd2 __float2bfloat16, __float2bfloat16_rd, __float2bfloat16_rn,
    __float2bfloat16_ru, __float2bfloat16_rz;
__host__ __device__ __nv_bfloat16 __int2bfloat16_rn(int);
__host__ __device__ __nv_bfloat16 __ll2bfloat16_rn(long long);
__host__ __device__ __nv_bfloat16 __short2bfloat16_rn(short);
__host__ __device__ __nv_bfloat16 __short_as_bfloat16(short);
__host__ __device__ __nv_bfloat16 __uint2bfloat16_rn(unsigned int);
__host__ __device__ __nv_bfloat16 __ull2bfloat16_rn(unsigned long long);
__host__ __device__ __nv_bfloat16 __ushort2bfloat16_rn(unsigned short);
__host__ __device__ __nv_bfloat16 __ushort_as_bfloat16(unsigned short);
__host__ __device__ __nv_bfloat162 __bfloat162bfloat162(__nv_bfloat16);
__host__ __device__ __nv_bfloat162 __halves2bfloat162(__nv_bfloat16, __nv_bfloat16);
__host__ __device__ __nv_bfloat162 make_bfloat162(__nv_bfloat16, __nv_bfloat16);
typedef __nv_bfloat162 __musify_bf_hd3(__nv_bfloat162);
__host__ __device__ __musify_bf_hd3 __habs2, __high2bfloat162, __hisnan2, __hneg2,
    __low2bfloat162, __lowhigh2highlow;
typedef __nv_bfloat162 __musify_bf_hd4(__nv_bfloat162, __nv_bfloat162);
__host__ __device__ __musify_bf_hd4 __h2div, __hadd2, __hadd2_rn, __hadd2_sat, __heq2, __hequ2,
    __hge2, __hgeu2, __hgt2, __hgtu2, __highs2bfloat162, __hle2, __hleu2, __hlt2, __hltu2,
    __hmax2, __hmax2_nan, __hmin2, __hmin2_nan, __hmul2, __hmul2_rn, __hmul2_sat, __hne2,
    __hneu2, __hsub2, __hsub2_rn, __hsub2_sat, __lows2bfloat162;
__host__ __device__ __nv_bfloat162 __float2bfloat162_rn(float);
__host__ __device__ __nv_bfloat162 __floats2bfloat162_rn(float, float);
__host__ __device__ __nv_bfloat162 __float22bfloat162_rn(float2);
__host__ __device__ bool __hisnan(__nv_bfloat16);
typedef bool __musify_bf_hd5(__nv_bfloat16, __nv_bfloat16);
__host__ __device__ __musify_bf_hd5 __heq, __hequ, __hge, __hgeu, __hgt, __hgtu, __hle, __hleu,
    __hlt, __hltu, __hne, __hneu;
typedef bool __musify_bf_hd6(__nv_bfloat162, __nv_bfloat162);
__host__ __device__ __musify_bf_hd6 __hbeq2, __hbequ2, __hbge2, __hbgeu2, __hbgt2, __hbgtu2,
    __hble2, __hbleu2, __hblt2, __hbltu2, __hbne2, __hbneu2;
__host__ __device__ float __bfloat162float(__nv_bfloat16);
__host__ __device__ float __high2float(__nv_bfloat162);
__host__ __device__ float __low2float(__nv_bfloat162);
__host__ __device__ float2 __bfloat1622float2(__nv_bfloat162);
__host__ __device__ int __bfloat162int_rz(__nv_bfloat16);
__host__ __device__ int __hisinf(__nv_bfloat16);
__host__ __device__ long long __bfloat162ll_rz(__nv_bfloat16);
__host__ __device__ short __bfloat162short_rz(__nv_bfloat16);
__host__ __device__ short __bfloat16_as_short(__nv_bfloat16);
__host__ __device__ signed char __bfloat162char_rz(__nv_bfloat16);
__host__ __device__ unsigned char __bfloat162uchar_rz(__nv_bfloat16);
__host__ __device__ unsigned int __bfloat162uint_rz(__nv_bfloat16);
typedef unsigned int __musify_bf_hd7(__nv_bfloat162, __nv_bfloat162);
__host__ __device__ __musify_bf_hd7 __heq2_mask, __hequ2_mask, __hge2_mask, __hgeu2_mask,
    __hgt2_mask, __hgtu2_mask, __hle2_mask, __hleu2_mask, __hlt2_mask, __hltu2_mask,
    __hne2_mask, __hneu2_mask;
__host__ __device__ unsigned long long __bfloat162ull_rz(__nv_bfloat16);
__host__ __device__ unsigned short __bfloat162ushort_rz(__nv_bfloat16);
__host__ __device__ unsigned short __bfloat16_as_ushort(__nv_bfloat16);
// On the device.
typedef __nv_bfloat16 __musify_bf_d1(__nv_bfloat16);
__device__ __musify_bf_d1 __hcos_internal, __hsin_internal, hceil, hcos, hexp, hexp10, hexp2,
    hfloor, hlog, hlog10, hlog2, hrcp, hrint, hrsqrt, hsin, hsqrt, htanh, htanh_approx, htrunc;
typedef __nv_bfloat16 __musify_bf_d2(__nv_bfloat16, __nv_bfloat16, __nv_bfloat16);
__device__ __musify_bf_d2 __hfma, __hfma_relu, __hfma_sat;
typedef __nv_bfloat16 __musify_bf_d3(int);
__device__ __musify_bf_d3 __int2bfloat16_rd, __int2bfloat16_ru, __int2bfloat16_rz;
typedef __nv_bfloat16 __musify_bf_d4(long long);
__device__ __musify_bf_d4 __ll2bfloat16_rd, __ll2bfloat16_ru, __ll2bfloat16_rz;
typedef __nv_bfloat16 __musify_bf_d5(short);
__device__ __musify_bf_d5 __short2bfloat16_rd, __short2bfloat16_ru, __short2bfloat16_rz;
typedef __nv_bfloat16 __musify_bf_d6(unsigned int);
__device__ __musify_bf_d6 __uint2bfloat16_rd, __uint2bfloat16_ru, __uint2bfloat16_rz;
typedef __nv_bfloat16 __musify_bf_d7(unsigned long long);
__device__ __musify_bf_d7 __ull2bfloat16_rd, __ull2bfloat16_ru, __ull2bfloat16_rz;
typedef __nv_bfloat16 __musify_bf_d8(unsigned short);
__device__ __musify_bf_d8 __ushort2bfloat16_rd, __ushort2bfloat16_ru, __ushort2bfloat16_rz;
typedef __nv_bfloat162 __musify_bf_d9(__nv_bfloat162);
__device__ __musify_bf_d9 h2ceil, h2cos, h2exp, h2exp10, h2exp2, h2floor, h2log, h2log10,
    h2log2, h2rcp, h2rint, h2rsqrt, h2sin, h2sqrt, h2tanh, h2tanh_approx, h2trunc;
typedef __nv_bfloat162 __musify_bf_d10(__nv_bfloat162, __nv_bfloat162, __nv_bfloat162);
__device__ __musify_bf_d10 __hcmadd, __hfma2, __hfma2_relu, __hfma2_sat;
typedef int __musify_bf_d11(__nv_bfloat16);
__device__ __musify_bf_d11 __bfloat162int_rd, __bfloat162int_rn, __bfloat162int_ru;
typedef long long __musify_bf_d12(__nv_bfloat16);
__device__ __musify_bf_d12 __bfloat162ll_rd, __bfloat162ll_rn, __bfloat162ll_ru;
typedef short __musify_bf_d13(__nv_bfloat16);
__device__ __musify_bf_d13 __bfloat162short_rd, __bfloat162short_rn, __bfloat162short_ru;
typedef unsigned int __musify_bf_d14(__nv_bfloat16);
__device__ __musify_bf_d14 __bfloat162uint_rd, __bfloat162uint_rn, __bfloat162uint_ru;
typedef unsigned long long __musify_bf_d15(__nv_bfloat16);
__device__ __musify_bf_d15 __bfloat162ull_rd, __bfloat162ull_rn, __bfloat162ull_ru;
typedef unsigned short __musify_bf_d16(__nv_bfloat16);
__device__ __musify_bf_d16 __bfloat162ushort_rd, __bfloat162ushort_rn, __bfloat162ushort_ru;
__device__ __nv_bfloat16 atomicAdd(__nv_bfloat16 *, __nv_bfloat16);
__device__ __nv_bfloat162 atomicAdd(__nv_bfloat162 *, __nv_bfloat162);
#else
typedef __nv_bfloat16_raw __nv_bfloat16;
typedef __nv_bfloat162_raw __nv_bfloat162;
#endif

#define CUDART_INF_BF16 __ushort_as_bfloat16((unsigned short)0x7F80U)
#define CUDART_NAN_BF16 __ushort_as_bfloat16((unsigned short)0x7FFFU)
#define CUDART_MAX_NORMAL_BF16 __ushort_as_bfloat16((unsigned short)0x7F7FU)
#define CUDART_MIN_DENORM_BF16 __ushort_as_bfloat16((unsigned short)0x0001U)
#define CUDART_NEG_ZERO_BF16 __ushort_as_bfloat16((unsigned short)0x8000U)
#define CUDART_ZERO_BF16 __ushort_as_bfloat16((unsigned short)0x0000U)
#define CUDART_ONE_BF16 __ushort_as_bfloat16((unsigned short)0x3F80U)

#endif
