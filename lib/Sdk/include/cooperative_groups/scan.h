//===- scan.h - Scans over a group ------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CG_SCAN_H
#define MUSIFY_SDK_CG_SCAN_H

#include "reduce.h"

#ifdef __CUDACC__
#pragma clang attribute push(__attribute__((device)), apply_to = function)
namespace cooperative_groups {
inline namespace v1 {
template <class Group, class T> T inclusive_scan(const Group &, const T &);
template <class Group, class T, class Op> T inclusive_scan(const Group &, const T &, Op &&);
template <class Group, class T> T exclusive_scan(const Group &, const T &);
template <class Group, class T, class Op> T exclusive_scan(const Group &, const T &, Op &&);
template <class Group, class D, class T, class... Op> T inclusive_scan_update(const Group &, D &, const T &, Op &&...);
template <class Group, class D, class T, class... Op> T exclusive_scan_update(const Group &, D &, const T &, Op &&...);
} // namespace v1
} // namespace cooperative_groups
#pragma clang attribute pop
#endif

#endif
