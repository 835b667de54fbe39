//===- memcpy_async.h - Copies by a group -----------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CG_MEMCPY_ASYNC_H
#define MUSIFY_SDK_CG_MEMCPY_ASYNC_H

#include "../cooperative_groups.h"

#ifdef __CUDACC__
#pragma clang attribute push(__attribute__((device)), apply_to = function)
namespace cooperative_groups {
inline namespace v1 {
template <class _Group, class _T, class _Size> void memcpy_async(const _Group &, _T *, const _T *, const _Size &);
template <class _Group, class _Size> void memcpy_async(const _Group &, void *, const void *, const _Size &);
template <class _Group, class _T, class _L1, class _L2> void memcpy_async(const _Group &, _T *, const _L1 &, const _T *, const _L2 &);
template <class _Group> void wait(const _Group &);
template <unsigned int _Stages, class _Group> void wait_prior(const _Group &);
} // namespace v1
} // namespace cooperative_groups
#pragma clang attribute pop
#endif

#endif
