//===- cuda_fp8.h - 8-bit floating point ----------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDA_FP8_H
#define MUSIFY_SDK_CUDA_FP8_H

#define __CUDA_FP8_H__
#define __CUDA_FP8_TYPES_EXIST__
#include "cuda_bf16.h"
#include "driver_types.h"

typedef unsigned char __nv_fp8_storage_t;
typedef unsigned short __nv_fp8x2_storage_t;
typedef unsigned int __nv_fp8x4_storage_t;
typedef enum __nv_saturation_t {__NV_NOSAT, __NV_SATFINITE} __nv_saturation_t;
typedef enum __nv_fp8_interpretation_t {__NV_E4M3, __NV_E5M2} __nv_fp8_interpretation_t;

#ifdef __cplusplus
struct __nv_fp8_e5m2 {
  __nv_fp8_storage_t __x;
  __nv_fp8_e5m2() = default;
  explicit __host__ __device__ __nv_fp8_e5m2(__half);
  explicit __host__ __device__ __nv_fp8_e5m2(__nv_bfloat16);
  explicit __host__ __device__ __nv_fp8_e5m2(float);
  explicit __host__ __device__ __nv_fp8_e5m2(double);
  explicit __host__ __device__ __nv_fp8_e5m2(short);
  explicit __host__ __device__ __nv_fp8_e5m2(unsigned short);
  explicit __host__ __device__ __nv_fp8_e5m2(int);
  explicit __host__ __device__ __nv_fp8_e5m2(unsigned int);
  explicit __host__ __device__ __nv_fp8_e5m2(long);
  explicit __host__ __device__ __nv_fp8_e5m2(unsigned long);
  explicit __host__ __device__ __nv_fp8_e5m2(long long);
  explicit __host__ __device__ __nv_fp8_e5m2(unsigned long long);
  explicit __host__ __device__ operator __half() const;
  explicit __host__ __device__ operator __nv_bfloat16() const;
  explicit __host__ __device__ operator float() const;
  explicit __host__ __device__ operator double() const;
  explicit __host__ __device__ operator bool() const;
  explicit __host__ __device__ operator char() const;
  explicit __host__ __device__ operator signed char() const;
  explicit __host__ __device__ operator unsigned char() const;
  explicit __host__ __device__ operator short() const;
  explicit __host__ __device__ operator unsigned short() const;
  explicit __host__ __device__ operator int() const;
  explicit __host__ __device__ operator unsigned int() const;
  explicit __host__ __device__ operator long() const;
  explicit __host__ __device__ operator unsigned long() const;
  explicit __host__ __device__ operator long long() const;
  explicit __host__ __device__ operator unsigned long long() const;
};
struct __attribute__((aligned(2))) __nv_fp8x2_e5m2 {
  __nv_fp8x2_storage_t __x;
  __nv_fp8x2_e5m2() = default;
  explicit __host__ __device__ __nv_fp8x2_e5m2(__half2);
  explicit __host__ __device__ __nv_fp8x2_e5m2(__nv_bfloat162);
  explicit __host__ __device__ __nv_fp8x2_e5m2(float2);
  explicit __host__ __device__ __nv_fp8x2_e5m2(double2);
  explicit __host__ __device__ operator __half2() const;
  explicit __host__ __device__ operator float2() const;
};
struct __attribute__((aligned(4))) __nv_fp8x4_e5m2 {
  __nv_fp8x4_storage_t __x;
  __nv_fp8x4_e5m2() = default;
  explicit __host__ __device__ __nv_fp8x4_e5m2(__half2, __half2);
  explicit __host__ __device__ __nv_fp8x4_e5m2(__nv_bfloat162, __nv_bfloat162);
  explicit __host__ __device__ __nv_fp8x4_e5m2(float4);
  explicit __host__ __device__ __nv_fp8x4_e5m2(double4);
  explicit __host__ __device__ operator float4() const;
};
struct __nv_fp8_e4m3 {
  __nv_fp8_storage_t __x;
  __nv_fp8_e4m3() = default;
  explicit __host__ __device__ __nv_fp8_e4m3(__half);
  explicit __host__ __device__ __nv_fp8_e4m3(__nv_bfloat16);
  explicit __host__ __device__ __nv_fp8_e4m3(float);
  explicit __host__ __device__ __nv_fp8_e4m3(double);
  explicit __host__ __device__ __nv_fp8_e4m3(short);
  explicit __host__ __device__ __nv_fp8_e4m3(unsigned short);
  explicit __host__ __device__ __nv_fp8_e4m3(int);
  explicit __host__ __device__ __nv_fp8_e4m3(unsigned int);
  explicit __host__ __device__ __nv_fp8_e4m3(long);
  explicit __host__ __device__ __nv_fp8_e4m3(unsigned long);
  explicit __host__ __device__ __nv_fp8_e4m3(long long);
  explicit __host__ __device__ __nv_fp8_e4m3(unsigned long long);
  explicit __host__ __device__ operator __half() const;
  explicit __host__ __device__ operator __nv_bfloat16() const;
  explicit __host__ __device__ operator float() const;
  explicit __host__ __device__ operator double() const;
  explicit __host__ __device__ operator bool() const;
  explicit __host__ __device__ operator char() const;
  explicit __host__ __device__ operator signed char() const;
  explicit __host__ __device__ operator unsigned char() const;
  explicit __host__ __device__ operator short() const;
  explicit __host__ __device__ operator unsigned short() const;
  explicit __host__ __device__ operator int() const;
  explicit __host__ __device__ operator unsigned int() const;
  explicit __host__ __device__ operator long() const;
  explicit __host__ __device__ operator unsigned long() const;
  explicit __host__ __device__ operator long long() const;
  explicit __host__ __device__ operator unsigned long long() const;
};
struct __attribute__((aligned(2))) __nv_fp8x2_e4m3 {
  __nv_fp8x2_storage_t __x;
  __nv_fp8x2_e4m3() = default;
  explicit __host__ __device__ __nv_fp8x2_e4m3(__half2);
  explicit __host__ __device__ __nv_fp8x2_e4m3(__nv_bfloat162);
  explicit __host__ __device__ __nv_fp8x2_e4m3(float2);
  explicit __host__ __device__ __nv_fp8x2_e4m3(double2);
  explicit __host__ __device__ operator __half2() const;
  explicit __host__ __device__ operator float2() const;
};
struct __attribute__((aligned(4))) __nv_fp8x4_e4m3 {
  __nv_fp8x4_storage_t __x;
  __nv_fp8x4_e4m3() = default;
  explicit __host__ __device__ __nv_fp8x4_e4m3(__half2, __half2);
  explicit __host__ __device__ __nv_fp8x4_e4m3(__nv_bfloat162, __nv_bfloat162);
  explicit __host__ __device__ __nv_fp8x4_e4m3(float4);
  explicit __host__ __device__ __nv_fp8x4_e4m3(double4);
  explicit __host__ __device__ operator float4() const;
};
struct __nv_fp8_e8m0 {
  __nv_fp8_storage_t __x;
  __nv_fp8_e8m0() = default;
  explicit __host__ __device__ __nv_fp8_e8m0(__half);
  explicit __host__ __device__ __nv_fp8_e8m0(__nv_bfloat16);
  explicit __host__ __device__ __nv_fp8_e8m0(float);
  explicit __host__ __device__ __nv_fp8_e8m0(double);
  explicit __host__ __device__ __nv_fp8_e8m0(short);
  explicit __host__ __device__ __nv_fp8_e8m0(unsigned short);
  explicit __host__ __device__ __nv_fp8_e8m0(int);
  explicit __host__ __device__ __nv_fp8_e8m0(unsigned int);
  explicit __host__ __device__ __nv_fp8_e8m0(long);
  explicit __host__ __device__ __nv_fp8_e8m0(unsigned long);
  explicit __host__ __device__ __nv_fp8_e8m0(long long);
  explicit __host__ __device__ __nv_fp8_e8m0(unsigned long long);
  explicit __host__ __device__ operator __half() const;
  explicit __host__ __device__ operator __nv_bfloat16() const;
  explicit __host__ __device__ operator float() const;
  explicit __host__ __device__ operator double() const;
  explicit __host__ __device__ operator bool() const;
  explicit __host__ __device__ operator char() const;
  explicit __host__ __device__ operator signed char() const;
  explicit __host__ __device__ operator unsigned char() const;
  explicit __host__ __device__ operator short() const;
  explicit __host__ __device__ operator unsigned short() const;
  explicit __host__ __device__ operator int() const;
  explicit __host__ __device__ operator unsigned int() const;
  explicit __host__ __device__ operator long() const;
  explicit __host__ __device__ operator unsigned long() const;
  explicit __host__ __device__ operator long long() const;
  explicit __host__ __device__ operator unsigned long long() const;
};
struct __attribute__((aligned(2))) __nv_fp8x2_e8m0 {
  __nv_fp8x2_storage_t __x;
  __nv_fp8x2_e8m0() = default;
  explicit __host__ __device__ __nv_fp8x2_e8m0(__half2);
  explicit __host__ __device__ __nv_fp8x2_e8m0(__nv_bfloat162);
  explicit __host__ __device__ __nv_fp8x2_e8m0(float2);
  explicit __host__ __device__ __nv_fp8x2_e8m0(double2);
  explicit __host__ __device__ operator __half2() const;
  explicit __host__ __device__ operator float2() const;
};
struct __attribute__((aligned(4))) __nv_fp8x4_e8m0 {
  __nv_fp8x4_storage_t __x;
  __nv_fp8x4_e8m0() = default;
  explicit __host__ __device__ __nv_fp8x4_e8m0(__half2, __half2);
  explicit __host__ __device__ __nv_fp8x4_e8m0(__nv_bfloat162, __nv_bfloat162);
  explicit __host__ __device__ __nv_fp8x4_e8m0(float4);
  explicit __host__ __device__ __nv_fp8x4_e8m0(double4);
  explicit __host__ __device__ operator float4() const;
};
// On both sides.
__host__ __device__ __half2_raw __nv_cvt_fp8x2_to_halfraw2(__nv_fp8x2_storage_t, __nv_fp8_interpretation_t);
__host__ __device__ __half_raw __nv_cvt_fp8_to_halfraw(__nv_fp8_storage_t, __nv_fp8_interpretation_t);
__host__ __device__ __nv_bfloat162_raw __nv_cvt_e8m0x2_to_bf162raw(__nv_fp8x2_storage_t);
__host__ __device__ __nv_bfloat16_raw __nv_cvt_e8m0_to_bf16raw(__nv_fp8_storage_t);
__host__ __device__ __nv_fp8_storage_t __nv_cvt_halfraw_to_fp8(__half_raw, __nv_saturation_t, __nv_fp8_interpretation_t);
__host__ __device__ __nv_fp8_storage_t __nv_cvt_bfloat16raw_to_fp8(__nv_bfloat16_raw, __nv_saturation_t, __nv_fp8_interpretation_t);
__host__ __device__ __nv_fp8_storage_t __nv_cvt_bfloat16raw_to_e8m0(__nv_bfloat16_raw, __nv_saturation_t, cudaRoundMode);
__host__ __device__ __nv_fp8_storage_t __nv_cvt_double_to_fp8(double, __nv_saturation_t, __nv_fp8_interpretation_t);
__host__ __device__ __nv_fp8_storage_t __nv_cvt_double_to_e8m0(double, __nv_saturation_t, cudaRoundMode);
__host__ __device__ __nv_fp8_storage_t __nv_cvt_float_to_fp8(float, __nv_saturation_t, __nv_fp8_interpretation_t);
__host__ __device__ __nv_fp8_storage_t __nv_cvt_float_to_e8m0(float, __nv_saturation_t, cudaRoundMode);
__host__ __device__ __nv_fp8x2_storage_t __nv_cvt_halfraw2_to_fp8x2(__half2_raw, __nv_saturation_t, __nv_fp8_interpretation_t);
__host__ __device__ __nv_fp8x2_storage_t __nv_cvt_bfloat16raw2_to_fp8x2(__nv_bfloat162_raw, __nv_saturation_t, __nv_fp8_interpretation_t);
__host__ __device__ __nv_fp8x2_storage_t __nv_cvt_bfloat162raw_to_e8m0x2(__nv_bfloat162_raw, __nv_saturation_t, cudaRoundMode);
__host__ __device__ __nv_fp8x2_storage_t __nv_cvt_double2_to_fp8x2(double2, __nv_saturation_t, __nv_fp8_interpretation_t);
__host__ __device__ __nv_fp8x2_storage_t __nv_cvt_double2_to_e8m0x2(double2, __nv_saturation_t, cudaRoundMode);
__host__ __device__ __nv_fp8x2_storage_t __nv_cvt_float2_to_fp8x2(float2, __nv_saturation_t, __nv_fp8_interpretation_t);
__host__ __device__ __nv_fp8x2_storage_t __nv_cvt_float2_to_e8m0x2(float2, __nv_saturation_t, cudaRoundMode);
// On the device.
#endif

#endif
