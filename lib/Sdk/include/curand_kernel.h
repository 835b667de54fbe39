//===- curand_kernel.h - Random numbers on the device -----------*- _C++ -*-===//
#ifndef MUSIFY_SDK_CURAND_KERNEL_H
#define MUSIFY_SDK_CURAND_KERNEL_H

#define CURAND_KERNEL_H_
#include "cuda_runtime.h"
#include "curand.h"

#ifdef __cplusplus
struct __musify_random_state { unsigned int d, v[8]; };
struct curandStateXORWOW { __musify_random_state State; };
typedef struct curandStateXORWOW curandStateXORWOW_t;
struct curandStateMRG32k3a { __musify_random_state State; };
typedef struct curandStateMRG32k3a curandStateMRG32k3a_t;
struct curandStatePhilox4_32_10 { __musify_random_state State; };
typedef struct curandStatePhilox4_32_10 curandStatePhilox4_32_10_t;
struct curandStateMtgp32 { __musify_random_state State; };
typedef struct curandStateMtgp32 curandStateMtgp32_t;
struct curandStateSobol32 { __musify_random_state State; };
typedef struct curandStateSobol32 curandStateSobol32_t;
struct curandStateScrambledSobol32 { __musify_random_state State; };
typedef struct curandStateScrambledSobol32 curandStateScrambledSobol32_t;
struct curandStateSobol64 { __musify_random_state State; };
typedef struct curandStateSobol64 curandStateSobol64_t;
struct curandStateScrambledSobol64 { __musify_random_state State; };
typedef struct curandStateScrambledSobol64 curandStateScrambledSobol64_t;
typedef struct curandStateXORWOW curandState_t;
typedef struct curandStateXORWOW curandState;
struct mtgp32_params_fast;
struct mtgp32_kernel_params;
typedef struct mtgp32_params_fast mtgp32_params_fast_t;
typedef struct mtgp32_kernel_params mtgp32_kernel_params_t;
extern mtgp32_params_fast_t mtgp32dc_params_fast_11213[];
__host__ curandStatus_t curandMakeMTGP32Constants(const mtgp32_params_fast_t *, mtgp32_kernel_params_t *);
__host__ curandStatus_t curandMakeMTGP32KernelState(curandStateMtgp32_t *, mtgp32_params_fast_t *, mtgp32_kernel_params_t *, int, unsigned long long);

template <class _S> __device__ void curand_init(unsigned long long, unsigned long long, unsigned long long, _S *);
template <class _V, class _S> __device__ void curand_init(_V *, unsigned int, _S *);
template <class _V, class _C, class _S> __device__ void curand_init(_V *, _C, unsigned int, _S *);
__device__ unsigned int curand(curandStateXORWOW_t *);
__device__ unsigned int curand(curandStateMRG32k3a_t *);
__device__ unsigned int curand(curandStatePhilox4_32_10_t *);
__device__ unsigned int curand(curandStateMtgp32_t *);
__device__ unsigned int curand(curandStateSobol32_t *);
__device__ unsigned int curand(curandStateScrambledSobol32_t *);
__device__ unsigned long long curand(curandStateSobol64_t *);
__device__ unsigned long long curand(curandStateScrambledSobol64_t *);
#define MUSIFY_DRAW(R, F) template <class _S> __device__ R F(_S *);
MUSIFY_DRAW(uint4, curand4)
MUSIFY_DRAW(float, curand_uniform)
MUSIFY_DRAW(float2, curand_uniform2)
MUSIFY_DRAW(float4, curand_uniform4)
MUSIFY_DRAW(double, curand_uniform_double)
MUSIFY_DRAW(double2, curand_uniform2_double)
MUSIFY_DRAW(double4, curand_uniform4_double)
MUSIFY_DRAW(float, curand_normal)
MUSIFY_DRAW(float2, curand_normal2)
MUSIFY_DRAW(float4, curand_normal4)
MUSIFY_DRAW(double, curand_normal_double)
MUSIFY_DRAW(double2, curand_normal2_double)
MUSIFY_DRAW(double4, curand_normal4_double)
#undef MUSIFY_DRAW
#define MUSIFY_DRAW(R, F, T) template <class _S> __device__ R F(_S *, T, T);
MUSIFY_DRAW(float, curand_log_normal, float)
MUSIFY_DRAW(float2, curand_log_normal2, float)
MUSIFY_DRAW(float4, curand_log_normal4, float)
MUSIFY_DRAW(double, curand_log_normal_double, double)
MUSIFY_DRAW(double2, curand_log_normal2_double, double)
MUSIFY_DRAW(double4, curand_log_normal4_double, double)
#undef MUSIFY_DRAW
template <class _S> __device__ unsigned int curand_poisson(_S *, double);
template <class _S> __device__ uint4 curand_poisson4(_S *, double);
template <class _S> __device__ unsigned int curand_discrete(_S *, curandDiscreteDistribution_t);
template <class _S> __device__ uint4 curand_discrete4(_S *, curandDiscreteDistribution_t);
template <class _S> __device__ unsigned int curand_mtgp32_specific(_S *, unsigned char, unsigned char);
template <class _S> __device__ float curand_mtgp32_single(_S *);
template <class _S> __device__ void skipahead(unsigned long long, _S *);
template <class _S> __device__ void skipahead_sequence(unsigned long long, _S *);
template <class _S> __device__ void skipahead_subsequence(unsigned long long, _S *);
#endif

#endif
