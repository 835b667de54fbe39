//===- cublas.h - The cuBLAS API, old name --------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUBLAS_H
#define MUSIFY_SDK_CUBLAS_H

#define CUBLAS_H_
#include "cublas_api.h"

#ifdef __cplusplus
// The first API had no handle: calls begin with a count or a flag letter.
#define MUSIFY_V1(R, F) \
  template <class... _A> R cublas##F(int, _A...); \
  template <class... _A> R cublas##F(char, _A...);
MUSIFY_V1(int, Isamax) MUSIFY_V1(int, Isamin) MUSIFY_V1(int, Idamax) MUSIFY_V1(int, Idamin)
MUSIFY_V1(int, Icamax) MUSIFY_V1(int, Icamin) MUSIFY_V1(int, Izamax) MUSIFY_V1(int, Izamin)
MUSIFY_V1(float, Sdot) MUSIFY_V1(float, Snrm2) MUSIFY_V1(float, Sasum) MUSIFY_V1(float, Scnrm2)
MUSIFY_V1(float, Scasum)
MUSIFY_V1(double, Ddot) MUSIFY_V1(double, Dnrm2) MUSIFY_V1(double, Dasum) MUSIFY_V1(double, Dznrm2)
MUSIFY_V1(double, Dzasum)
MUSIFY_V1(cuComplex, Cdotu) MUSIFY_V1(cuComplex, Cdotc)
MUSIFY_V1(cuDoubleComplex, Zdotu) MUSIFY_V1(cuDoubleComplex, Zdotc)
MUSIFY_V1(void, Sscal) MUSIFY_V1(void, Saxpy) MUSIFY_V1(void, Scopy) MUSIFY_V1(void, Sswap)
MUSIFY_V1(void, Sgemv) MUSIFY_V1(void, Sgbmv) MUSIFY_V1(void, Strmv) MUSIFY_V1(void, Stbmv)
MUSIFY_V1(void, Stpmv) MUSIFY_V1(void, Strsv) MUSIFY_V1(void, Stpsv) MUSIFY_V1(void, Stbsv)
MUSIFY_V1(void, Sgemm) MUSIFY_V1(void, Ssymm) MUSIFY_V1(void, Ssyrk) MUSIFY_V1(void, Ssyr2k)
MUSIFY_V1(void, Strmm) MUSIFY_V1(void, Strsm) MUSIFY_V1(void, Srotg) MUSIFY_V1(void, Srot)
MUSIFY_V1(void, Dscal) MUSIFY_V1(void, Daxpy) MUSIFY_V1(void, Dcopy) MUSIFY_V1(void, Dswap)
MUSIFY_V1(void, Dgemv) MUSIFY_V1(void, Dgbmv) MUSIFY_V1(void, Dtrmv) MUSIFY_V1(void, Dtbmv)
MUSIFY_V1(void, Dtpmv) MUSIFY_V1(void, Dtrsv) MUSIFY_V1(void, Dtpsv) MUSIFY_V1(void, Dtbsv)
MUSIFY_V1(void, Dgemm) MUSIFY_V1(void, Dsymm) MUSIFY_V1(void, Dsyrk) MUSIFY_V1(void, Dsyr2k)
MUSIFY_V1(void, Dtrmm) MUSIFY_V1(void, Dtrsm) MUSIFY_V1(void, Drotg) MUSIFY_V1(void, Drot)
MUSIFY_V1(void, Cscal) MUSIFY_V1(void, Caxpy) MUSIFY_V1(void, Ccopy) MUSIFY_V1(void, Cswap)
MUSIFY_V1(void, Cgemv) MUSIFY_V1(void, Cgbmv) MUSIFY_V1(void, Ctrmv) MUSIFY_V1(void, Ctbmv)
MUSIFY_V1(void, Ctpmv) MUSIFY_V1(void, Ctrsv) MUSIFY_V1(void, Ctpsv) MUSIFY_V1(void, Ctbsv)
MUSIFY_V1(void, Cgemm) MUSIFY_V1(void, Csymm) MUSIFY_V1(void, Csyrk) MUSIFY_V1(void, Csyr2k)
MUSIFY_V1(void, Ctrmm) MUSIFY_V1(void, Ctrsm) MUSIFY_V1(void, Crotg) MUSIFY_V1(void, Crot)
MUSIFY_V1(void, Zscal) MUSIFY_V1(void, Zaxpy) MUSIFY_V1(void, Zcopy) MUSIFY_V1(void, Zswap)
MUSIFY_V1(void, Zgemv) MUSIFY_V1(void, Zgbmv) MUSIFY_V1(void, Ztrmv) MUSIFY_V1(void, Ztbmv)
MUSIFY_V1(void, Ztpmv) MUSIFY_V1(void, Ztrsv) MUSIFY_V1(void, Ztpsv) MUSIFY_V1(void, Ztbsv)
MUSIFY_V1(void, Zgemm) MUSIFY_V1(void, Zsymm) MUSIFY_V1(void, Zsyrk) MUSIFY_V1(void, Zsyr2k)
MUSIFY_V1(void, Ztrmm) MUSIFY_V1(void, Ztrsm) MUSIFY_V1(void, Zrotg) MUSIFY_V1(void, Zrot)
MUSIFY_V1(void, Ssymv) MUSIFY_V1(void, Ssbmv) MUSIFY_V1(void, Sspmv) MUSIFY_V1(void, Sger)
MUSIFY_V1(void, Ssyr) MUSIFY_V1(void, Sspr) MUSIFY_V1(void, Ssyr2) MUSIFY_V1(void, Sspr2)
MUSIFY_V1(void, Srotm) MUSIFY_V1(void, Srotmg) MUSIFY_V1(void, Dsymv) MUSIFY_V1(void, Dsbmv)
MUSIFY_V1(void, Dspmv) MUSIFY_V1(void, Dger) MUSIFY_V1(void, Dsyr) MUSIFY_V1(void, Dspr)
MUSIFY_V1(void, Dsyr2) MUSIFY_V1(void, Dspr2) MUSIFY_V1(void, Drotm) MUSIFY_V1(void, Drotmg)
MUSIFY_V1(void, Chemv) MUSIFY_V1(void, Chbmv) MUSIFY_V1(void, Chpmv) MUSIFY_V1(void, Cgeru)
MUSIFY_V1(void, Cgerc) MUSIFY_V1(void, Cher) MUSIFY_V1(void, Chpr) MUSIFY_V1(void, Cher2)
MUSIFY_V1(void, Chpr2) MUSIFY_V1(void, Cherk) MUSIFY_V1(void, Cher2k) MUSIFY_V1(void, Chemm)
MUSIFY_V1(void, Zhemv) MUSIFY_V1(void, Zhbmv) MUSIFY_V1(void, Zhpmv) MUSIFY_V1(void, Zgeru)
MUSIFY_V1(void, Zgerc) MUSIFY_V1(void, Zher) MUSIFY_V1(void, Zhpr) MUSIFY_V1(void, Zher2)
MUSIFY_V1(void, Zhpr2) MUSIFY_V1(void, Zherk) MUSIFY_V1(void, Zher2k) MUSIFY_V1(void, Zhemm)
MUSIFY_V1(void, Csscal) MUSIFY_V1(void, Zdscal) MUSIFY_V1(void, Csrot) MUSIFY_V1(void, Zdrot)
#undef MUSIFY_V1
#endif

#endif
