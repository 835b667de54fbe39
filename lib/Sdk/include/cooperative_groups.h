//===- cooperative_groups.h - Groups of threads -----------------*- _C++ -*-===//
#ifndef MUSIFY_SDK_COOPERATIVE_GROUPS_H
#define MUSIFY_SDK_COOPERATIVE_GROUPS_H

#define _COOPERATIVE_GROUPS_H_
#ifdef __CUDACC__
#include "cuda_runtime.h"

#pragma clang attribute push(__attribute__((device)), apply_to = function)
namespace cooperative_groups {
inline namespace v1 {

struct coalesced_group;
template <unsigned int _Size, class _Parent = void> class thread_block_tile;

namespace details {
struct multi_grid_tag;
template <class _T> struct value { typedef _T Type; };
} // namespace details

enum class thread_scope { system, device, block, thread };

/// What every group can do.
struct thread_group {
  unsigned long long size() const;
  unsigned long long num_threads() const;
  unsigned long long thread_rank() const;
  void sync() const;
  unsigned int get_type() const;
};

/// What a group within a warp can do beside.
template <class _Group> struct __musify_warp_group {
  typedef unsigned int mask_type;
  void sync() const;
  unsigned long long size() const;
  unsigned long long num_threads() const;
  unsigned long long thread_rank() const;
  unsigned long long meta_group_size() const;
  unsigned long long meta_group_rank() const;
  template <class _T> typename details::value<_T>::Type shfl(_T, int) const;
  template <class _T> typename details::value<_T>::Type shfl_up(_T, unsigned int) const;
  template <class _T> typename details::value<_T>::Type shfl_down(_T, unsigned int) const;
  template <class _T> typename details::value<_T>::Type shfl_xor(_T, unsigned int) const;
  int any(int) const;
  int all(int) const;
  unsigned int ballot(int) const;
  template <class _T> unsigned int match_any(_T) const;
  template <class _T> unsigned int match_all(_T, int &) const;
};

template <unsigned int _Size, class _Parent>
class thread_block_tile : public thread_group, public __musify_warp_group<thread_block_tile<_Size, _Parent>> {
  typedef __musify_warp_group<thread_block_tile<_Size, _Parent>> Base;

public:
  thread_block_tile(const thread_block_tile &) = default;
  template <class _Other> thread_block_tile(const thread_block_tile<_Size, _Other> &);
  using Base::sync;
  using Base::thread_rank;
  static constexpr unsigned int size() { return _Size; }
  static constexpr unsigned int num_threads() { return _Size; }
  operator coalesced_group() const;
};

struct coalesced_group : public thread_group, public __musify_warp_group<coalesced_group> {
  typedef __musify_warp_group<coalesced_group> Base;
  using Base::sync;
  using Base::size;
  using Base::num_threads;
  using Base::thread_rank;
};

struct thread_block : public thread_group {
  static void sync();
  static unsigned int size();
  static unsigned int num_threads();
  static unsigned int thread_rank();
  static dim3 group_index();
  static dim3 thread_index();
  static dim3 group_dim();
  static dim3 dim_threads();
  struct arrival_token {};
  arrival_token barrier_arrive() const;
  void barrier_wait(arrival_token &&) const;
};

struct cluster_group : public thread_group {
  static void sync();
  struct arrival_token {};
  static arrival_token barrier_arrive();
  static void barrier_wait();
  static void barrier_wait(arrival_token &&);
  static unsigned int query_shared_rank(const void *);
  template <class _T> static _T *map_shared_rank(_T *, int);
  static dim3 block_index();
  static unsigned int block_rank();
  static dim3 thread_index();
  static unsigned int thread_rank();
  static dim3 dim_blocks();
  static unsigned int num_blocks();
  static dim3 dim_threads();
  static unsigned int num_threads();
  static unsigned int size();
};

struct grid_group : public thread_group {
  void sync() const;
  bool is_valid() const;
  struct arrival_token {};
  arrival_token barrier_arrive() const;
  void barrier_wait(arrival_token &&) const;
  static unsigned long long size();
  static unsigned long long num_threads();
  static unsigned long long thread_rank();
  static dim3 group_dim();
  static dim3 dim_blocks();
  static unsigned long long num_blocks();
  static dim3 block_index();
  static unsigned long long block_rank();
  static dim3 dim_clusters();
  static unsigned int num_clusters();
  static dim3 cluster_index();
  static unsigned int cluster_rank();
};

struct multi_grid_group : public thread_group {
  void sync() const;
  bool is_valid() const;
  unsigned int grid_rank() const;
  unsigned int num_grids() const;
};

template <unsigned int _Size, unsigned int _Count = 1> struct block_tile_memory { char Bytes[_Size]; };

thread_block this_thread_block();
template <unsigned int _S, unsigned int _C> thread_block this_thread_block(block_tile_memory<_S, _C> &);
cluster_group this_cluster();
grid_group this_grid();
multi_grid_group this_multi_grid();
coalesced_group coalesced_threads();
thread_group tiled_partition(const thread_group &, unsigned int);
thread_group tiled_partition(const thread_block &, unsigned int);
coalesced_group tiled_partition(const coalesced_group &, unsigned int);
template <unsigned int _Size, class _Parent> thread_block_tile<_Size, _Parent> tiled_partition(const _Parent &);
coalesced_group binary_partition(const coalesced_group &, bool);
template <unsigned int _S, class _P> coalesced_group binary_partition(const thread_block_tile<_S, _P> &, bool);
template <class _T> coalesced_group labeled_partition(const coalesced_group &, _T);
template <unsigned int _S, class _P, class _T> coalesced_group labeled_partition(const thread_block_tile<_S, _P> &, _T);
template <class _Group> void sync(const _Group &);
template <class _Group> unsigned long long thread_rank(const _Group &);
template <class _Group> unsigned long long group_size(const _Group &);
template <class _Group> bool is_valid(const _Group &);

namespace experimental { using cooperative_groups::thread_block_tile; using cooperative_groups::tiled_partition; using cooperative_groups::this_thread_block; using cooperative_groups::block_tile_memory; }

} // namespace v1
} // namespace cooperative_groups
#pragma clang attribute pop
#endif

#endif
