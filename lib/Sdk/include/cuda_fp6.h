//===- cuda_fp6.h - 6-bit floating point ----------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDA_FP6_H
#define MUSIFY_SDK_CUDA_FP6_H

#define __CUDA_FP6_H__
#define __CUDA_FP6_TYPES_EXIST__
#include "cuda_fp8.h"

#ifdef __cplusplus
typedef unsigned char __nv_fp6_storage_t;
typedef enum __nv_fp6_interpretation_t {__NV_E2M3, __NV_E3M2} __nv_fp6_interpretation_t;
struct __nv_fp6_e2m3 {
  __nv_fp6_storage_t __x;
  __nv_fp6_e2m3() = default;
  explicit __host__ __device__ __nv_fp6_e2m3(__half);
  explicit __host__ __device__ __nv_fp6_e2m3(__nv_bfloat16);
  explicit __host__ __device__ __nv_fp6_e2m3(float);
  explicit __host__ __device__ __nv_fp6_e2m3(double);
  explicit __host__ __device__ __nv_fp6_e2m3(short);
  explicit __host__ __device__ __nv_fp6_e2m3(unsigned short);
  explicit __host__ __device__ __nv_fp6_e2m3(int);
  explicit __host__ __device__ __nv_fp6_e2m3(unsigned int);
  explicit __host__ __device__ __nv_fp6_e2m3(long);
  explicit __host__ __device__ __nv_fp6_e2m3(unsigned long);
  explicit __host__ __device__ __nv_fp6_e2m3(long long);
  explicit __host__ __device__ __nv_fp6_e2m3(unsigned long long);
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
struct __nv_fp6_e3m2 {
  __nv_fp6_storage_t __x;
  __nv_fp6_e3m2() = default;
  explicit __host__ __device__ __nv_fp6_e3m2(__half);
  explicit __host__ __device__ __nv_fp6_e3m2(__nv_bfloat16);
  explicit __host__ __device__ __nv_fp6_e3m2(float);
  explicit __host__ __device__ __nv_fp6_e3m2(double);
  explicit __host__ __device__ __nv_fp6_e3m2(short);
  explicit __host__ __device__ __nv_fp6_e3m2(unsigned short);
  explicit __host__ __device__ __nv_fp6_e3m2(int);
  explicit __host__ __device__ __nv_fp6_e3m2(unsigned int);
  explicit __host__ __device__ __nv_fp6_e3m2(long);
  explicit __host__ __device__ __nv_fp6_e3m2(unsigned long);
  explicit __host__ __device__ __nv_fp6_e3m2(long long);
  explicit __host__ __device__ __nv_fp6_e3m2(unsigned long long);
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
#endif

#endif
