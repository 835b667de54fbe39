//===- __musify_device.h - Built-in variables and functions -----*- C++ -*-===//
//
// What device code sees without an include: index variables, synchronization,
// warp functions, atomics, math, conversions, SIMD in a word, cached loads.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_SDK_DEVICE_H
#define MUSIFY_SDK_DEVICE_H

#include "cuda_runtime_api.h"
#include "vector_functions.h"
#include "__musify_libc.h"

extern const __device__ uint3 threadIdx, blockIdx;
extern const __device__ dim3 blockDim, gridDim;
extern const __device__ int warpSize;

#define MUSIFY_HD __host__ __device__

// Host and device.
#define MUSIFY_SIDE MUSIFY_HD
#include "__musify_minmax.h"
#undef MUSIFY_SIDE
MUSIFY_HD double rsqrt(double);
MUSIFY_HD float rsqrtf(float);
__device__ float rsqrt(float);
MUSIFY_HD double cospi(double);
MUSIFY_HD float cospif(float);
__device__ float cospi(float);
MUSIFY_HD double sinpi(double);
MUSIFY_HD float sinpif(float);
__device__ float sinpi(float);
MUSIFY_HD double normcdf(double);
MUSIFY_HD float normcdff(float);
__device__ float normcdf(float);
MUSIFY_HD double normcdfinv(double);
MUSIFY_HD float normcdfinvf(float);
__device__ float normcdfinv(float);
MUSIFY_HD double erfinv(double);
MUSIFY_HD float erfinvf(float);
__device__ float erfinv(float);
MUSIFY_HD double erfcinv(double);
MUSIFY_HD float erfcinvf(float);
__device__ float erfcinv(float);
MUSIFY_HD double erfcx(double);
MUSIFY_HD float erfcxf(float);
__device__ float erfcx(float);
MUSIFY_HD double rcbrt(double);
MUSIFY_HD float rcbrtf(float);
__device__ float rcbrt(float);
MUSIFY_HD double cyl_bessel_i0(double);
MUSIFY_HD float cyl_bessel_i0f(float);
__device__ float cyl_bessel_i0(float);
MUSIFY_HD double cyl_bessel_i1(double);
MUSIFY_HD float cyl_bessel_i1f(float);
__device__ float cyl_bessel_i1(float);
MUSIFY_HD void sincospi(double, double *, double *);
MUSIFY_HD void sincospif(float, float *, float *);
MUSIFY_HD double rhypot(double, double);
MUSIFY_HD float rhypotf(float, float);
MUSIFY_HD double norm3d(double, double, double);
MUSIFY_HD float norm3df(float, float, float);
MUSIFY_HD double rnorm3d(double, double, double);
MUSIFY_HD float rnorm3df(float, float, float);
MUSIFY_HD double norm4d(double, double, double, double);
MUSIFY_HD float norm4df(float, float, float, float);
MUSIFY_HD double rnorm4d(double, double, double, double);
MUSIFY_HD float rnorm4df(float, float, float, float);
MUSIFY_HD double norm(int, const double *);
MUSIFY_HD float normf(int, const float *);
MUSIFY_HD double rnorm(int, const double *);
MUSIFY_HD float rnormf(int, const float *);
MUSIFY_HD double fdivide(double, double);
MUSIFY_HD float fdividef(float, float);
MUSIFY_HD unsigned int umin(unsigned int, unsigned int);
MUSIFY_HD unsigned int umax(unsigned int, unsigned int);
MUSIFY_HD long long llmin(long long, long long);
MUSIFY_HD long long llmax(long long, long long);
MUSIFY_HD unsigned long long ullmin(unsigned long long, unsigned long long);
MUSIFY_HD unsigned long long ullmax(unsigned long long, unsigned long long);
#undef MUSIFY_HD

#pragma clang attribute push(__attribute__((device)), apply_to = function)

// The C library on the device.
int printf(const char *, ...);
void *malloc(size_t);
void free(void *);
void *memcpy(void *, const void *, size_t);
void *memmove(void *, const void *, size_t);
void *memset(void *, int, size_t);
void *alloca(size_t);
void __assert_fail(const char *, const char *, unsigned int, const char *);
void __assertfail(const char *, const char *, unsigned int, const char *, size_t);
void *__nv_aligned_device_malloc(size_t, size_t);
long clock();
long long clock64();
int abs(int);
long abs(long);
long long abs(long long);
float abs(float);
double abs(double);
long labs(long);
long long llabs(long long);

// Math.
#define MUSIFY_M1(F) double F(double); float F(float); float F##f(float);
#define MUSIFY_M2(F) double F(double, double); float F(float, float); float F##f(float, float);
MUSIFY_ALL1(MUSIFY_M1)
MUSIFY_ALL2(MUSIFY_M2)
#undef MUSIFY_M1
#undef MUSIFY_M2
#undef MUSIFY_ALL1
#undef MUSIFY_ALL2
double exp10(double);
float exp10(float);
float exp10f(float);
float pow(float, int);
double pow(double, int);
double fma(double, double, double);
float fma(float, float, float);
float fmaf(float, float, float);
double frexp(double, int *);
float frexp(float, int *);
float frexpf(float, int *);
double ldexp(double, int);
float ldexp(float, int);
float ldexpf(float, int);
double scalbn(double, int);
float scalbn(float, int);
float scalbnf(float, int);
double scalbln(double, long);
float scalbln(float, long);
float scalblnf(float, long);
double modf(double, double *);
float modf(float, float *);
float modff(float, float *);
double nan(const char *);
float nanf(const char *);
double remquo(double, double, int *);
float remquo(float, float, int *);
float remquof(float, float, int *);
int ilogb(double);
int ilogb(float);
int ilogbf(float);
long lrint(double);
long lrint(float);
long lrintf(float);
long lround(double);
long lround(float);
long lroundf(float);
long long llrint(double);
long long llrint(float);
long long llrintf(float);
long long llround(double);
long long llround(float);
long long llroundf(float);
void sincos(double, double *, double *);
void sincos(float, float *, float *);
void sincosf(float, float *, float *);
void sincospi(float, float *, float *);
double j0(double);
float j0f(float);
double j1(double);
float j1f(float);
double jn(int, double);
float jnf(int, float);
double y0(double);
float y0f(float);
double y1(double);
float y1f(float);
double yn(int, double);
float ynf(int, float);
float powif(float, int);
double powi(double, int);
#ifndef isnan
bool isnan(float);
bool isnan(double);
bool isinf(float);
bool isinf(double);
bool isfinite(float);
bool isfinite(double);
bool signbit(float);
bool signbit(double);
#endif
int __isnan(double);
int __isnanf(float);
int __isinf(double);
int __isinff(float);
int __finite(double);
int __finitef(float);
int __signbit(double);
int __signbitf(float);
int __signbitd(double);
int __isfinited(double);

// Synchronization, fences, votes and reductions in a warp.
void __syncthreads();
int __syncthreads_count(int);
int __syncthreads_and(int);
int __syncthreads_or(int);
void __syncwarp(unsigned int = 0xffffffffu);
void __barrier_sync(unsigned int);
void __barrier_sync_count(unsigned int, unsigned int);
void __threadfence();
void __threadfence_block();
void __threadfence_system();
void __threadfence_cluster();
void __nanosleep(unsigned int);
void __trap();
void __brkpt(int = 0);
void __prof_trigger(int);
void __pm0();
void __pm1();
void __pm2();
void __pm3();
unsigned int __activemask();
#ifdef __MUSACC__ // functions of MUSA's compiler (muAlg, cub/util_ptx.cuh)
unsigned int __get_laneid();
unsigned int __get_lanemask_eq();
unsigned int __get_lanemask_ge();
unsigned int __get_lanemask_gt();
unsigned int __get_lanemask_le();
unsigned int __get_lanemask_lt();
#endif
int __all(int);
int __any(int);
unsigned int __ballot(int);
int __all_sync(unsigned int, int);
int __any_sync(unsigned int, int);
int __uni_sync(unsigned int, int);
unsigned int __ballot_sync(unsigned int, int);
unsigned int __fns(unsigned int, unsigned int, int);
unsigned int __reduce_add_sync(unsigned int, unsigned int);
unsigned int __reduce_min_sync(unsigned int, unsigned int);
unsigned int __reduce_max_sync(unsigned int, unsigned int);
int __reduce_add_sync(unsigned int, int);
int __reduce_min_sync(unsigned int, int);
int __reduce_max_sync(unsigned int, int);
unsigned int __reduce_and_sync(unsigned int, unsigned int);
unsigned int __reduce_or_sync(unsigned int, unsigned int);
unsigned int __reduce_xor_sync(unsigned int, unsigned int);
template <class _T> _T __shfl(_T, int, int = 32);
template <class _T> _T __shfl_up(_T, unsigned int, int = 32);
template <class _T> _T __shfl_down(_T, unsigned int, int = 32);
template <class _T> _T __shfl_xor(_T, int, int = 32);
template <class _T> _T __shfl_sync(unsigned int, _T, int, int = 32);
template <class _T> _T __shfl_up_sync(unsigned int, _T, unsigned int, int = 32);
template <class _T> _T __shfl_down_sync(unsigned int, _T, unsigned int, int = 32);
template <class _T> _T __shfl_xor_sync(unsigned int, _T, int, int = 32);
template <class _T> unsigned int __match_any_sync(unsigned int, _T);
template <class _T> unsigned int __match_all_sync(unsigned int, _T, int *);

// Atomics, in three scopes. The value converts to what the pointer points at.
template <class _T> struct __musify_value { typedef _T Type; };
template <class _T> struct __musify_value<volatile _T> { typedef _T Type; };
#define MUSIFY_ATOMIC(F, ...)                                                  \
  template <class _T> typename __musify_value<_T>::Type F(__VA_ARGS__);          \
  template <class _T> typename __musify_value<_T>::Type F##_block(__VA_ARGS__);  \
  template <class _T> typename __musify_value<_T>::Type F##_system(__VA_ARGS__);
#define MUSIFY_VALUE typename __musify_value<_T>::Type

MUSIFY_ATOMIC(atomicAdd, _T *, MUSIFY_VALUE)
MUSIFY_ATOMIC(atomicSub, _T *, MUSIFY_VALUE)
MUSIFY_ATOMIC(atomicExch, _T *, MUSIFY_VALUE)
MUSIFY_ATOMIC(atomicMin, _T *, MUSIFY_VALUE)
MUSIFY_ATOMIC(atomicMax, _T *, MUSIFY_VALUE)
MUSIFY_ATOMIC(atomicInc, _T *, MUSIFY_VALUE)
MUSIFY_ATOMIC(atomicDec, _T *, MUSIFY_VALUE)
MUSIFY_ATOMIC(atomicAnd, _T *, MUSIFY_VALUE)
MUSIFY_ATOMIC(atomicOr, _T *, MUSIFY_VALUE)
MUSIFY_ATOMIC(atomicXor, _T *, MUSIFY_VALUE)
MUSIFY_ATOMIC(atomicCAS, _T *, MUSIFY_VALUE, MUSIFY_VALUE)
#undef MUSIFY_ATOMIC
#undef MUSIFY_VALUE

// Cached loads and stores.
#define MUSIFY_LOAD(F) template <class _T> _T F(const _T *);
MUSIFY_LOAD(__ldg) MUSIFY_LOAD(__ldcg) MUSIFY_LOAD(__ldca) MUSIFY_LOAD(__ldcs) MUSIFY_LOAD(__ldlu) MUSIFY_LOAD(__ldcv)
#undef MUSIFY_LOAD
#define MUSIFY_STORE(F) template <class _T> void F(_T *, typename __musify_value<_T>::Type);
MUSIFY_STORE(__stwb) MUSIFY_STORE(__stcg) MUSIFY_STORE(__stcs) MUSIFY_STORE(__stwt)
#undef MUSIFY_STORE
void __prefetch_global_l1(const void *);
void __prefetch_global_l2(const void *);

// Address spaces and clusters.
unsigned int __isGlobal(const void *);
unsigned int __isShared(const void *);
unsigned int __isConstant(const void *);
unsigned int __isLocal(const void *);
unsigned int __isGridConstant(const void *);
unsigned int __isClusterShared(const void *);
unsigned int __isCtaShared(const void *);
#define MUSIFY_CVTA(S) size_t __cvta_generic_to_##S(const void *); void *__cvta_##S##_to_generic(size_t);
MUSIFY_CVTA(global) MUSIFY_CVTA(shared) MUSIFY_CVTA(constant) MUSIFY_CVTA(local) MUSIFY_CVTA(grid_constant)
#undef MUSIFY_CVTA
dim3 __clusterDim();
dim3 __clusterIdx();
dim3 __clusterGridDimInClusters();
dim3 __clusterRelativeBlockIdx();
unsigned int __clusterRelativeBlockRank();
unsigned int __clusterSizeInBlocks();
unsigned int __clusterDimIsSpecified();
void __cluster_barrier_arrive();
void __cluster_barrier_arrive_relaxed();
void __cluster_barrier_wait();
void *__cluster_map_shared_rank(const void *, unsigned int);
unsigned int __cluster_query_shared_rank(const void *);
uint2 __cluster_map_shared_multicast(const void *, unsigned int);

// Bits, integers and words of two halves or four bytes.

// Names of one signature stand together.
typedef double __musify_double_of_double(double);
__musify_double_of_double __drcp_rd, __drcp_rn, __drcp_ru, __drcp_rz, __dsqrt_rd, __dsqrt_rn,
    __dsqrt_ru, __dsqrt_rz;
typedef double __musify_double_of_double_double(double, double);
__musify_double_of_double_double __dadd_rd, __dadd_rn, __dadd_ru, __dadd_rz, __ddiv_rd,
    __ddiv_rn, __ddiv_ru, __ddiv_rz, __dmul_rd, __dmul_rn, __dmul_ru, __dmul_rz, __dsub_rd,
    __dsub_rn, __dsub_ru, __dsub_rz;
typedef double __musify_double_of_double_double_double(double, double, double);
__musify_double_of_double_double_double __fma_rd, __fma_rn, __fma_ru, __fma_rz;
typedef double __musify_double_of_double_double_enumcudaRoundMode(double, double, enum cudaRoundMode);
__musify_double_of_double_double_enumcudaRoundMode dadd, dmul, dsub;
double float2double(float, enum cudaRoundMode);
double __int2double_rn(int);
double int2double(int, enum cudaRoundMode);
double __hiloint2double(int, int);
typedef double __musify_double_of_ll(long long);
__musify_double_of_ll __ll2double_rd, __ll2double_rn, __ll2double_ru, __ll2double_rz,
    __longlong_as_double;
double ll2double(long long, enum cudaRoundMode);
double __uint2double_rn(unsigned int);
typedef double __musify_double_of_ull(unsigned long long);
__musify_double_of_ull __ull2double_rd, __ull2double_rn, __ull2double_ru, __ull2double_rz;
double ull2double(unsigned long long, enum cudaRoundMode);
double uint2double(unsigned int, enum cudaRoundMode);
typedef float __musify_float_of_double(double);
__musify_float_of_double __double2float_rd, __double2float_rn, __double2float_ru,
    __double2float_rz;
typedef float __musify_float_of_float(float);
__musify_float_of_float __cosf, __exp10f, __expf, __frcp_rd, __frcp_rn, __frcp_ru, __frcp_rz,
    __frsqrt_rn, __fsqrt_rd, __fsqrt_rn, __fsqrt_ru, __fsqrt_rz, __log10f, __log2f, __logf,
    __saturatef, __sinf, __tanf;
typedef float __musify_float_of_float_float(float, float);
__musify_float_of_float_float __fadd_rd, __fadd_rn, __fadd_ru, __fadd_rz, __fdiv_rd, __fdiv_rn,
    __fdiv_ru, __fdiv_rz, __fdividef, __fmul_rd, __fmul_rn, __fmul_ru, __fmul_rz, __fsub_rd,
    __fsub_rn, __fsub_ru, __fsub_rz, __powf;
typedef float __musify_float_of_float_float_float(float, float, float);
__musify_float_of_float_float_float __fmaf_rd, __fmaf_rn, __fmaf_ru, __fmaf_rz;
typedef float __musify_float_of_int(int);
__musify_float_of_int __int2float_rd, __int2float_rn, __int2float_ru, __int2float_rz,
    __int_as_float;
typedef float __musify_float_of_ll(long long);
__musify_float_of_ll __ll2float_rd, __ll2float_rn, __ll2float_ru, __ll2float_rz;
typedef float __musify_float_of_uint(unsigned int);
__musify_float_of_uint __uint2float_rd, __uint2float_rn, __uint2float_ru, __uint2float_rz,
    __uint_as_float;
typedef float __musify_float_of_ull(unsigned long long);
__musify_float_of_ull __ull2float_rd, __ull2float_rn, __ull2float_ru, __ull2float_rz;
int __dp4a(char4, char4, int);
int __vibmax_s32(const int, const int, bool *const);
int __vibmin_s32(const int, const int, bool *const);
typedef int __musify_int_of_double(double);
__musify_int_of_double __double2hiint, __double2int_rd, __double2int_rn, __double2int_ru,
    __double2int_rz, __double2loint;
int double2int(double, enum cudaRoundMode);
typedef int __musify_int_of_float(float);
__musify_int_of_float __float2int_rd, __float2int_rn, __float2int_ru, __float2int_rz,
    __float_as_int;
int __clz(int);
int __ffs(int);
typedef int __musify_int_of_int_int(int, int);
__musify_int_of_int_int __hadd, __mul24, __mulhi, __rhadd, __vimax_s32_relu, __vimin_s32_relu;
typedef int __musify_int_of_int_int_int(int, int, int);
__musify_int_of_int_int_int __dp2a_hi, __dp2a_lo, __dp4a, __viaddmax_s32, __viaddmax_s32_relu,
    __viaddmin_s32, __viaddmin_s32_relu, __vimax3_s32, __vimax3_s32_relu, __vimin3_s32,
    __vimin3_s32_relu;
int __clzll(long long);
int __ffsll(long long);
int __dp2a_hi(short2, char4, int);
int __dp2a_lo(short2, char4, int);
int __popc(unsigned int);
int __popcll(unsigned long long);
typedef long long __musify_ll_of_double(double);
__musify_ll_of_double __double2ll_rd, __double2ll_rn, __double2ll_ru, __double2ll_rz,
    __double_as_longlong;
long long double2ll(double, enum cudaRoundMode);
typedef long long __musify_ll_of_float(float);
__musify_ll_of_float __float2ll_rd, __float2ll_rn, __float2ll_ru, __float2ll_rz;
long long __mul64hi(long long, long long);
unsigned int __vibmax_u32(const unsigned int, const unsigned int, bool *const);
unsigned int __vibmin_u32(const unsigned int, const unsigned int, bool *const);
typedef unsigned int __musify_uint_of_uint_uint_boolpconst_boolpconst(const unsigned int, const unsigned int, bool *const, bool *const);
__musify_uint_of_uint_uint_boolpconst_boolpconst __vibmax_s16x2, __vibmax_u16x2, __vibmin_s16x2,
    __vibmin_u16x2;
typedef unsigned int __musify_uint_of_double(double);
__musify_uint_of_double __double2uint_rd, __double2uint_rn, __double2uint_ru, __double2uint_rz;
unsigned int double2uint(double, enum cudaRoundMode);
typedef unsigned int __musify_uint_of_float(float);
__musify_uint_of_float __float2uint_rd, __float2uint_rn, __float2uint_ru, __float2uint_rz,
    __float_as_uint;
unsigned int __sad(int, int, unsigned int);
unsigned int __dp4a(uchar4, uchar4, unsigned int);
typedef unsigned int __musify_uint_of_uint(unsigned int);
__musify_uint_of_uint __brev, __vabs2, __vabs4, __vabsss2, __vabsss4, __vneg2, __vneg4,
    __vnegss2, __vnegss4;
typedef unsigned int __musify_uint_of_uint_uint(unsigned int, unsigned int);
__musify_uint_of_uint_uint __uhadd, __umul24, __umulhi, __urhadd, __vabsdiffs2, __vabsdiffs4,
    __vabsdiffu2, __vabsdiffu4, __vadd2, __vadd4, __vaddss2, __vaddss4, __vaddus2, __vaddus4,
    __vavgs2, __vavgs4, __vavgu2, __vavgu4, __vcmpeq2, __vcmpeq4, __vcmpges2, __vcmpges4,
    __vcmpgeu2, __vcmpgeu4, __vcmpgts2, __vcmpgts4, __vcmpgtu2, __vcmpgtu4, __vcmples2,
    __vcmples4, __vcmpleu2, __vcmpleu4, __vcmplts2, __vcmplts4, __vcmpltu2, __vcmpltu4,
    __vcmpne2, __vcmpne4, __vhaddu2, __vhaddu4, __vimax_s16x2_relu, __vimin_s16x2_relu,
    __vmaxs2, __vmaxs4, __vmaxu2, __vmaxu4, __vmins2, __vmins4, __vminu2, __vminu4, __vsads2,
    __vsads4, __vsadu2, __vsadu4, __vseteq2, __vseteq4, __vsetges2, __vsetges4, __vsetgeu2,
    __vsetgeu4, __vsetgts2, __vsetgts4, __vsetgtu2, __vsetgtu4, __vsetles2, __vsetles4,
    __vsetleu2, __vsetleu4, __vsetlts2, __vsetlts4, __vsetltu2, __vsetltu4, __vsetne2,
    __vsetne4, __vsub2, __vsub4, __vsubss2, __vsubss4, __vsubus2, __vsubus4;
typedef unsigned int __musify_uint_of_uint_uint_uint(unsigned int, unsigned int, unsigned int);
__musify_uint_of_uint_uint_uint __byte_perm, __dp2a_hi, __dp2a_lo, __dp4a, __funnelshift_l,
    __funnelshift_lc, __funnelshift_r, __funnelshift_rc, __usad, __viaddmax_s16x2,
    __viaddmax_s16x2_relu, __viaddmax_u16x2, __viaddmax_u32, __viaddmin_s16x2,
    __viaddmin_s16x2_relu, __viaddmin_u16x2, __viaddmin_u32, __vimax3_s16x2,
    __vimax3_s16x2_relu, __vimax3_u16x2, __vimax3_u32, __vimin3_s16x2, __vimin3_s16x2_relu,
    __vimin3_u16x2, __vimin3_u32;
unsigned int __dp2a_hi(ushort2, uchar4, unsigned int);
unsigned int __dp2a_lo(ushort2, uchar4, unsigned int);
typedef unsigned long long __musify_ull_of_double(double);
__musify_ull_of_double __double2ull_rd, __double2ull_rn, __double2ull_ru, __double2ull_rz;
unsigned long long double2ull(double, enum cudaRoundMode);
typedef unsigned long long __musify_ull_of_float(float);
__musify_ull_of_float __float2ull_rd, __float2ull_rn, __float2ull_ru, __float2ull_rz;
unsigned long long __brevll(unsigned long long);
unsigned long long __umul64hi(unsigned long long, unsigned long long);
void __sincosf(float, float *, float *);

#pragma clang attribute pop

#endif
