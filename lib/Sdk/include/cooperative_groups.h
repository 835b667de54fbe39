//===- cooperative_groups.h - Groups of threads -----------------*- C++ -*-===//
#ifndef MUSIFY_SDK_COOPERATIVE_GROUPS_H
#define MUSIFY_SDK_COOPERATIVE_GROUPS_H

#define _COOPERATIVE_GROUPS_H_
#ifdef __CUDACC__
#include "cuda_runtime.h"

#pragma clang attribute push(__attribute__((device)), apply_to = function)
namespace cooperative_groups {
inline namespace v1 {

struct coalesced_group;
template <unsigned int Size, class Parent = void> class thread_block_tile;

namespace details {
struct multi_grid_tag;
template <class T> struct value { typedef T Type; };
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
template <class Group> struct __musify_warp_group {
  typedef unsigned int mask_type;
  void sync() const;
  unsigned long long size() const;
  unsigned long long num_threads() const;
  unsigned long long thread_rank() const;
  unsigned long long meta_group_size() const;
  unsigned long long meta_group_rank() const;
  template <class T> typename details::value<T>::Type shfl(T, int) const;
  template <class T> typename details::value<T>::Type shfl_up(T, unsigned int) const;
  template <class T> typename details::value<T>::Type shfl_down(T, unsigned int) const;
  template <class T> typename details::value<T>::Type shfl_xor(T, unsigned int) const;
  int any(int) const;
  int all(int) const;
  unsigned int ballot(int) const;
  template <class T> unsigned int match_any(T) const;
  template <class T> unsigned int match_all(T, int &) const;
};

template <unsigned int Size, class Parent>
class thread_block_tile : public thread_group, public __musify_warp_group<thread_block_tile<Size, Parent>> {
  typedef __musify_warp_group<thread_block_tile<Size, Parent>> Base;

public:
  thread_block_tile(const thread_block_tile &) = default;
  template <class Other> thread_block_tile(const thread_block_tile<Size, Other> &);
  using Base::sync;
  using Base::thread_rank;
  static constexpr unsigned int size() { return Size; }
  static constexpr unsigned int num_threads() { return Size; }
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
  template <class T> static T *map_shared_rank(T *, int);
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

template <unsigned int Size, unsigned int Count = 1> struct block_tile_memory { char Bytes[Size]; };

thread_block this_thread_block();
template <unsigned int S, unsigned int C> thread_block this_thread_block(block_tile_memory<S, C> &);
cluster_group this_cluster();
grid_group this_grid();
multi_grid_group this_multi_grid();
coalesced_group coalesced_threads();
thread_group tiled_partition(const thread_group &, unsigned int);
thread_group tiled_partition(const thread_block &, unsigned int);
coalesced_group tiled_partition(const coalesced_group &, unsigned int);
template <unsigned int Size, class Parent> thread_block_tile<Size, Parent> tiled_partition(const Parent &);
coalesced_group binary_partition(const coalesced_group &, bool);
template <unsigned int S, class P> coalesced_group binary_partition(const thread_block_tile<S, P> &, bool);
template <class T> coalesced_group labeled_partition(const coalesced_group &, T);
template <unsigned int S, class P, class T> coalesced_group labeled_partition(const thread_block_tile<S, P> &, T);
template <class Group> void sync(const Group &);
template <class Group> unsigned long long thread_rank(const Group &);
template <class Group> unsigned long long group_size(const Group &);
template <class Group> bool is_valid(const Group &);

namespace experimental { using cooperative_groups::thread_block_tile; using cooperative_groups::tiled_partition; using cooperative_groups::this_thread_block; using cooperative_groups::block_tile_memory; }

} // namespace v1
} // namespace cooperative_groups
#pragma clang attribute pop
#endif

#endif
