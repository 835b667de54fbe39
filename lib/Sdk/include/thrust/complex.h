//===- complex.h - thrust::complex ----------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_COMPLEX_H
#define MUSIFY_SDK_THRUST_COMPLEX_H

#include "__musify_thrust.h"
#include <complex>

#define MUSIFY_HD __host__ __device__

namespace thrust {

template <class _T> struct complex {
  typedef _T value_type;
  complex() = default;
  MUSIFY_HD complex(const _T &_Re) : _R(_Re), _I() {}
  MUSIFY_HD complex(const _T &_Re, const _T &_Im) : _R(_Re), _I(_Im) {}
  template <class _U> MUSIFY_HD complex(const complex<_U> &);
  template <class _U> complex(const std::complex<_U> &);
  MUSIFY_HD complex &operator=(const _T &);
  template <class _U> MUSIFY_HD complex &operator=(const complex<_U> &);
  template <class _U> complex &operator=(const std::complex<_U> &);
#define MUSIFY_OP(O)                                                           \
  template <class _U> MUSIFY_HD complex &operator O(const complex<_U> &);      \
  template <class _U> MUSIFY_HD complex &operator O(const _U &);
  MUSIFY_OP(+=) MUSIFY_OP(-=) MUSIFY_OP(*=) MUSIFY_OP(/=)
#undef MUSIFY_OP
  MUSIFY_HD _T real() const;
  MUSIFY_HD _T imag() const;
  MUSIFY_HD _T real() const volatile;
  MUSIFY_HD _T imag() const volatile;
  MUSIFY_HD void real(_T);
  MUSIFY_HD void imag(_T);
  operator std::complex<_T>() const;

private:
  _T _R, _I;
};

template <class _T> struct __musify_common { typedef _T type; };
#define MUSIFY_OP(O, R)                                                        \
  template <class _T, class _U> MUSIFY_HD auto operator O(const complex<_T> &, const complex<_U> &) -> R(_T() + _U()); \
  template <class _T, class _U> MUSIFY_HD auto operator O(const complex<_T> &, const _U &) -> R(_T() + _U());          \
  template <class _T, class _U> MUSIFY_HD auto operator O(const _U &, const complex<_T> &) -> R(_T() + _U());
#define MUSIFY_NUMBER(E) complex<decltype(E)>
#define MUSIFY_TRUTH(E) typename __musify_common<decltype((E), true)>::type
MUSIFY_OP(+, MUSIFY_NUMBER) MUSIFY_OP(-, MUSIFY_NUMBER) MUSIFY_OP(*, MUSIFY_NUMBER) MUSIFY_OP(/, MUSIFY_NUMBER)
MUSIFY_OP(==, MUSIFY_TRUTH) MUSIFY_OP(!=, MUSIFY_TRUTH)
#undef MUSIFY_OP
#undef MUSIFY_NUMBER
#undef MUSIFY_TRUTH
template <class _T> MUSIFY_HD complex<_T> operator+(const complex<_T> &);
template <class _T> MUSIFY_HD complex<_T> operator-(const complex<_T> &);

template <class _T> MUSIFY_HD _T abs(const complex<_T> &);
template <class _T> MUSIFY_HD _T arg(const complex<_T> &);
template <class _T> MUSIFY_HD _T norm(const complex<_T> &);
template <class _T> MUSIFY_HD complex<_T> polar(const _T &, const _T & = _T());
template <class _T, class _U> MUSIFY_HD complex<_T> pow(const complex<_T> &, const _U &);
template <class _T> MUSIFY_HD complex<_T> pow(const _T &, const complex<_T> &);
#define MUSIFY_F(NAME) template <class _T> MUSIFY_HD complex<_T> NAME(const complex<_T> &);
MUSIFY_F(conj) MUSIFY_F(proj) MUSIFY_F(exp) MUSIFY_F(log) MUSIFY_F(log10) MUSIFY_F(sqrt)
MUSIFY_F(sin) MUSIFY_F(cos) MUSIFY_F(tan) MUSIFY_F(asin) MUSIFY_F(acos) MUSIFY_F(atan)
MUSIFY_F(sinh) MUSIFY_F(cosh) MUSIFY_F(tanh) MUSIFY_F(asinh) MUSIFY_F(acosh) MUSIFY_F(atanh)
#undef MUSIFY_F
template <class _S, class _T> _S &operator<<(_S &, const complex<_T> &);
template <class _S, class _T> _S &operator>>(_S &, complex<_T> &);

} // namespace thrust

#undef MUSIFY_HD

#endif
