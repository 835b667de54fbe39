//===- memcpy_async.h - Copies by a group -----------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CG_MEMCPY_ASYNC_H
#define MUSIFY_SDK_CG_MEMCPY_ASYNC_H

#include "../cooperative_groups.h"

#ifdef __CUDACC__
#pragma clang attribute push(__attribute__((device)), apply_to = function)
namespace cooperative_groups {
inline namespace v1 {
template <class Group, class T, class Size> void memcpy_async(const Group &, T *, const T *, const Size &);
template <class Group, class Size> void memcpy_async(const Group &, void *, const void *, const Size &);
template <class Group, class T, class L1, class L2> void memcpy_async(const Group &, T *, const L1 &, const T *, const L2 &);
template <class Group> void wait(const Group &);
template <unsigned int Stages, class Group> void wait_prior(const Group &);
} // namespace v1
} // namespace cooperative_groups
#pragma clang attribute pop
#endif

#endif
