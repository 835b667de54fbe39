//===- mma.h - Warp matrix functions ----------------------------*- _C++ -*-===//
#ifndef MUSIFY_SDK_MMA_H
#define MUSIFY_SDK_MMA_H

#include "cuda_bf16.h"
#include "cuda_fp16.h"

#ifdef __CUDACC__
#define __CUDA_MMA__
#pragma clang attribute push(__attribute__((device)), apply_to = function)
namespace nvcuda {
namespace wmma {
struct row_major;
struct col_major;
struct matrix_a;
struct matrix_b;
struct accumulator;
enum layout_t { mem_row_major, mem_col_major };
namespace precision { struct tf32; }
namespace experimental {
namespace precision { struct u4; struct s4; struct b1; }
enum bmmaBitOp { bmmaBitOpXOR = 1, bmmaBitOpAND = 2 };
enum bmmaAccumulateOp { bmmaAccumulateOpPOPC = 1 };
} // namespace experimental

// What an element is kept as.
template <class _T> struct __musify_storage { typedef _T Type; };
template <> struct __musify_storage<precision::tf32> { typedef float Type; };
template <> struct __musify_storage<experimental::precision::u4> { typedef unsigned Type; };
template <> struct __musify_storage<experimental::precision::s4> { typedef int Type; };
template <> struct __musify_storage<experimental::precision::b1> { typedef unsigned Type; };

template <class _Use, int _M, int _N, int _K, class _T, class _Layout = void> class fragment {
public:
  typedef _T element_type;
  typedef typename __musify_storage<_T>::Type storage_element_type;
  enum { num_elements = 8, num_storage_elements = 8 };
  storage_element_type x[8];
};
template <class _F, class _T> void fill_fragment(_F &, const _T &);
template <class _F, class _T> void load_matrix_sync(_F &, const _T *, unsigned);
template <class _F, class _T> void load_matrix_sync(_F &, const _T *, unsigned, layout_t);
template <class _F, class _T> void store_matrix_sync(_T *, const _F &, unsigned, layout_t);
template <class _D, class _A, class _B, class _C> void mma_sync(_D &, const _A &, const _B &, const _C &, bool = false);
template <class _D, class _A, class _B, class _C> void bmma_sync(_D &, const _A &, const _B &, const _C &, experimental::bmmaBitOp = experimental::bmmaBitOpXOR, experimental::bmmaAccumulateOp = experimental::bmmaAccumulateOpPOPC);
float __float_to_tf32(float);
} // namespace wmma
} // namespace nvcuda
#pragma clang attribute pop
#endif

#endif
