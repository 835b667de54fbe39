//===- reduce.h - Reductions over a group -----------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CG_REDUCE_H
#define MUSIFY_SDK_CG_REDUCE_H

#include "../cooperative_groups.h"

#ifdef __CUDACC__
#pragma clang attribute push(__attribute__((device)), apply_to = function)
namespace cooperative_groups {
inline namespace v1 {
#define MUSIFY_OP(NAME) template <class _T> struct NAME { _T operator()(_T, _T) const; };
MUSIFY_OP(plus) MUSIFY_OP(less) MUSIFY_OP(greater) MUSIFY_OP(bit_and) MUSIFY_OP(bit_or) MUSIFY_OP(bit_xor)
#undef MUSIFY_OP
template <class _Group, class _T, class _Op> _T reduce(const _Group &, const _T &, _Op &&);
template <class _Group, class _Dest, class _T, class _Op> void reduce_update_async(const _Group &, _Dest &, const _T &, _Op &&);
template <class _Group, class _Dest, class _T, class _Op> void reduce_store_async(const _Group &, _Dest &, const _T &, _Op &&);
} // namespace v1
} // namespace cooperative_groups
#pragma clang attribute pop
#endif

#endif
