//===- scan.h - Scans over a group ------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CG_SCAN_H
#define MUSIFY_SDK_CG_SCAN_H

#include "reduce.h"

#ifdef __CUDACC__
#pragma clang attribute push(__attribute__((device)), apply_to = function)
namespace cooperative_groups {
inline namespace v1 {
template <class _Group, class _T> _T inclusive_scan(const _Group &, const _T &);
template <class _Group, class _T, class _Op> _T inclusive_scan(const _Group &, const _T &, _Op &&);
template <class _Group, class _T> _T exclusive_scan(const _Group &, const _T &);
template <class _Group, class _T, class _Op> _T exclusive_scan(const _Group &, const _T &, _Op &&);
template <class _Group, class _D, class _T, class... _Op> _T inclusive_scan_update(const _Group &, _D &, const _T &, _Op &&...);
template <class _Group, class _D, class _T, class... _Op> _T exclusive_scan_update(const _Group &, _D &, const _T &, _Op &&...);
} // namespace v1
} // namespace cooperative_groups
#pragma clang attribute pop
#endif

#endif
