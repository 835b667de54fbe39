//===- reduce.h - Reductions over a group -----------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CG_REDUCE_H
#define MUSIFY_SDK_CG_REDUCE_H

#include "../cooperative_groups.h"

#ifdef __CUDACC__
#pragma clang attribute push(__attribute__((device)), apply_to = function)
namespace cooperative_groups {
inline namespace v1 {
#define MUSIFY_OP(NAME) template <class T> struct NAME { T operator()(T, T) const; };
MUSIFY_OP(plus) MUSIFY_OP(less) MUSIFY_OP(greater) MUSIFY_OP(bit_and) MUSIFY_OP(bit_or) MUSIFY_OP(bit_xor)
#undef MUSIFY_OP
template <class Group, class T, class Op> T reduce(const Group &, const T &, Op &&);
template <class Group, class Dest, class T, class Op> void reduce_update_async(const Group &, Dest &, const T &, Op &&);
template <class Group, class Dest, class T, class Op> void reduce_store_async(const Group &, Dest &, const T &, Op &&);
} // namespace v1
} // namespace cooperative_groups
#pragma clang attribute pop
#endif

#endif
