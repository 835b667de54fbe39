//===- cuComplex.h - Complex numbers ----------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUCOMPLEX_H
#define MUSIFY_SDK_CUCOMPLEX_H

#define CU_COMPLEX_H_
#include "vector_functions.h"
// For the host; __musify_nvcc.h has them for .cu.
#ifndef __CUDACC__
#if __has_include(<math.h>)
#include <math.h>
#endif
#if __has_include(<stdlib.h>)
#include <stdlib.h>
#endif
#endif

typedef float2 cuFloatComplex;
typedef double2 cuDoubleComplex;
typedef cuFloatComplex cuComplex;

#ifdef __cplusplus
#define MUSIFY_COMPLEX __host__ __device__
extern "C" {
#else
#define MUSIFY_COMPLEX
#endif
MUSIFY_COMPLEX float cuCrealf(cuFloatComplex);
MUSIFY_COMPLEX float cuCimagf(cuFloatComplex);
MUSIFY_COMPLEX float cuCabsf(cuFloatComplex);
MUSIFY_COMPLEX cuFloatComplex make_cuFloatComplex(float, float);
MUSIFY_COMPLEX cuFloatComplex cuConjf(cuFloatComplex);
MUSIFY_COMPLEX cuFloatComplex cuCaddf(cuFloatComplex, cuFloatComplex);
MUSIFY_COMPLEX cuFloatComplex cuCsubf(cuFloatComplex, cuFloatComplex);
MUSIFY_COMPLEX cuFloatComplex cuCmulf(cuFloatComplex, cuFloatComplex);
MUSIFY_COMPLEX cuFloatComplex cuCdivf(cuFloatComplex, cuFloatComplex);
MUSIFY_COMPLEX cuFloatComplex cuCfmaf(cuFloatComplex, cuFloatComplex, cuFloatComplex);
MUSIFY_COMPLEX double cuCreal(cuDoubleComplex);
MUSIFY_COMPLEX double cuCimag(cuDoubleComplex);
MUSIFY_COMPLEX double cuCabs(cuDoubleComplex);
MUSIFY_COMPLEX cuDoubleComplex make_cuDoubleComplex(double, double);
MUSIFY_COMPLEX cuDoubleComplex cuConj(cuDoubleComplex);
MUSIFY_COMPLEX cuDoubleComplex cuCadd(cuDoubleComplex, cuDoubleComplex);
MUSIFY_COMPLEX cuDoubleComplex cuCsub(cuDoubleComplex, cuDoubleComplex);
MUSIFY_COMPLEX cuDoubleComplex cuCmul(cuDoubleComplex, cuDoubleComplex);
MUSIFY_COMPLEX cuDoubleComplex cuCdiv(cuDoubleComplex, cuDoubleComplex);
MUSIFY_COMPLEX cuDoubleComplex cuCfma(cuDoubleComplex, cuDoubleComplex, cuDoubleComplex);
MUSIFY_COMPLEX cuComplex make_cuComplex(float, float);
MUSIFY_COMPLEX cuDoubleComplex cuComplexFloatToDouble(cuFloatComplex);
MUSIFY_COMPLEX cuFloatComplex cuComplexDoubleToFloat(cuDoubleComplex);
#ifdef __cplusplus
}
#endif
#undef MUSIFY_COMPLEX

#endif
