//===- __musify_libc.h - libc names that nvcc shows without include *- C++ -*-===//
//
// Host declarations agree with glibc's, which may come later. The device has
// overloads of its own.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_SDK_LIBC_H
#define MUSIFY_SDK_LIBC_H

#include <stddef.h>

#ifndef EXIT_SUCCESS
#define EXIT_SUCCESS 0
#define EXIT_FAILURE 1
#endif
#ifndef INT_MAX
#define INT_MAX __INT_MAX__
#define INT_MIN (-__INT_MAX__ - 1)
#define UINT_MAX (__INT_MAX__ * 2U + 1U)
#endif

typedef long clock_t;
typedef long time_t;
extern "C" {
int printf(const char *, ...);
void *malloc(size_t) noexcept;
void *calloc(size_t, size_t) noexcept;
void *realloc(void *, size_t) noexcept;
void free(void *) noexcept;
void exit(int) noexcept __attribute__((noreturn));
void abort() noexcept __attribute__((noreturn));
int atoi(const char *) noexcept;
double atof(const char *) noexcept;
int rand() noexcept;
void srand(unsigned int) noexcept;
char *getenv(const char *) noexcept;
int abs(int) noexcept;
long labs(long) noexcept;
long long llabs(long long) noexcept;
void *memcpy(void *, const void *, size_t) noexcept;
void *memmove(void *, const void *, size_t) noexcept;
void *memset(void *, int, size_t) noexcept;
int memcmp(const void *, const void *, size_t) noexcept;
size_t strlen(const char *) noexcept;
int strcmp(const char *, const char *) noexcept;
int strncmp(const char *, const char *, size_t) noexcept;
char *strcpy(char *, const char *) noexcept;
char *strncpy(char *, const char *, size_t) noexcept;
char *strcat(char *, const char *) noexcept;
clock_t clock() noexcept;
time_t time(time_t *) noexcept;
#define MUSIFY_M1(F) double F(double) noexcept; float F##f(float) noexcept;
#define MUSIFY_M2(F) double F(double, double) noexcept; float F##f(float, float) noexcept;
#define MUSIFY_ALL1(M) M(acos) M(acosh) M(asin) M(asinh) M(atan) M(atanh) M(cbrt) M(ceil) M(cos) M(cosh) M(erf) M(erfc) M(exp) M(exp2) M(expm1) M(fabs) M(floor) M(lgamma) M(log) M(log10) M(log1p) M(log2) M(logb) M(nearbyint) M(rint) M(round) M(sin) M(sinh) M(sqrt) M(tan) M(tanh) M(tgamma) M(trunc)
#define MUSIFY_ALL2(M) M(atan2) M(copysign) M(fdim) M(fmax) M(fmin) M(fmod) M(hypot) M(nextafter) M(pow) M(remainder)
MUSIFY_ALL1(MUSIFY_M1)
MUSIFY_ALL2(MUSIFY_M2)
double fma(double, double, double) noexcept;
float fmaf(float, float, float) noexcept;
double frexp(double, int *) noexcept;
float frexpf(float, int *) noexcept;
double ldexp(double, int) noexcept;
float ldexpf(float, int) noexcept;
double modf(double, double *) noexcept;
float modff(float, float *) noexcept;
void sincos(double, double *, double *) noexcept;
void sincosf(float, float *, float *) noexcept;
}
#undef MUSIFY_M1
#undef MUSIFY_M2

#endif
