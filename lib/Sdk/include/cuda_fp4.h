//===- cuda_fp4.h - 4-bit floating point ----------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDA_FP4_H
#define MUSIFY_SDK_CUDA_FP4_H

#define __CUDA_FP4_H__
#define __CUDA_FP4_TYPES_EXIST__
#include "cuda_fp8.h"

#ifdef __cplusplus
typedef unsigned char __nv_fp4_storage_t;
typedef unsigned char __nv_fp4x2_storage_t;
typedef unsigned short __nv_fp4x4_storage_t;
typedef enum __nv_fp4_interpretation_t {__NV_E2M1} __nv_fp4_interpretation_t;
struct __nv_fp4_e2m1 {
  __nv_fp4_storage_t __x;
  __nv_fp4_e2m1() = default;
  explicit __host__ __device__ __nv_fp4_e2m1(__half);
  explicit __host__ __device__ __nv_fp4_e2m1(__nv_bfloat16);
  explicit __host__ __device__ __nv_fp4_e2m1(float);
  explicit __host__ __device__ __nv_fp4_e2m1(double);
  explicit __host__ __device__ __nv_fp4_e2m1(short);
  explicit __host__ __device__ __nv_fp4_e2m1(unsigned short);
  explicit __host__ __device__ __nv_fp4_e2m1(int);
  explicit __host__ __device__ __nv_fp4_e2m1(unsigned int);
  explicit __host__ __device__ __nv_fp4_e2m1(long);
  explicit __host__ __device__ __nv_fp4_e2m1(unsigned long);
  explicit __host__ __device__ __nv_fp4_e2m1(long long);
  explicit __host__ __device__ __nv_fp4_e2m1(unsigned long long);
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
struct __nv_fp4x2_e2m1 { __nv_fp4x2_storage_t __x; __nv_fp4x2_e2m1() = default; explicit __host__ __device__ __nv_fp4x2_e2m1(float2); explicit __host__ __device__ operator float2() const; };
struct __nv_fp4x4_e2m1 { __nv_fp4x4_storage_t __x; __nv_fp4x4_e2m1() = default; explicit __host__ __device__ __nv_fp4x4_e2m1(float4); explicit __host__ __device__ operator float4() const; };
#endif

#endif
