//===- __musify_cub.cuh - CUB, thin -----------------------------*- C++ -*-===//
//
// Block, warp and device primitives with variadic members: a port looks at
// their names only.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_SDK_CUB_CUH
#define MUSIFY_SDK_CUB_CUH

// CUB's util_type.cuh includes these up to CUDA 12.
#include "../cuda_bf16.h"
#include "../cuda_fp16.h"
#include "../cuda_runtime.h"
#include <float.h>

#define CUB_VERSION 300000
#define CUB_PTX_ARCH 800
#define CUB_MAX_DEVICES 128
#define CUB_LOG_WARP_THREADS(_X) 5
#define CUB_WARP_THREADS(_X) 32
#define CUB_PTX_LOG_WARP_THREADS 5
#define CUB_PTX_WARP_THREADS 32
#define CUB_LOG_SMEM_BANKS(_X) 5
#define CUB_SMEM_BANKS(_X) 32
#define CUB_PTX_LOG_SMEM_BANKS 5
#define CUB_PTX_SMEM_BANKS 32
#define CUB_PREFER_CONFLICT_OVER_PADDING(_X) 1
#define CUB_PTX_PREFER_CONFLICT_OVER_PADDING 1
#define CUB_SUBSCRIPTION_FACTOR(_X) 3
#define CUB_PTX_SUBSCRIPTION_FACTOR 3
#define CUB_MIN(_A, B) (((_A) > (B)) ? (B) : (_A))
#define CUB_MAX(_A, B) (((_A) > (B)) ? (_A) : (B))
#define CubDebug(E) (E)
#define CubDebugExit(E) ((void)(E))
#define CUB_RUNTIME_FUNCTION __host__ __device__
#define CUB_QUOTIENT_CEILING(_X, Y) (((_X) + (Y) - 1) / (Y))

namespace cub {

enum BlockReduceAlgorithm { BLOCK_REDUCE_RAKING_COMMUTATIVE_ONLY, BLOCK_REDUCE_RAKING, BLOCK_REDUCE_WARP_REDUCTIONS };
enum BlockScanAlgorithm { BLOCK_SCAN_RAKING, BLOCK_SCAN_RAKING_MEMOIZE, BLOCK_SCAN_WARP_SCANS };
enum BlockLoadAlgorithm { BLOCK_LOAD_DIRECT, BLOCK_LOAD_STRIPED, BLOCK_LOAD_VECTORIZE, BLOCK_LOAD_TRANSPOSE, BLOCK_LOAD_WARP_TRANSPOSE, BLOCK_LOAD_WARP_TRANSPOSE_TIMESLICED };
enum BlockStoreAlgorithm { BLOCK_STORE_DIRECT, BLOCK_STORE_STRIPED, BLOCK_STORE_VECTORIZE, BLOCK_STORE_TRANSPOSE, BLOCK_STORE_WARP_TRANSPOSE, BLOCK_STORE_WARP_TRANSPOSE_TIMESLICED };
enum WarpLoadAlgorithm { WARP_LOAD_DIRECT, WARP_LOAD_STRIPED, WARP_LOAD_VECTORIZE, WARP_LOAD_TRANSPOSE };
enum WarpStoreAlgorithm { WARP_STORE_DIRECT, WARP_STORE_STRIPED, WARP_STORE_VECTORIZE, WARP_STORE_TRANSPOSE };
enum BlockHistogramAlgorithm { BLOCK_HISTO_SORT, BLOCK_HISTO_ATOMIC };
enum CacheLoadModifier { LOAD_DEFAULT, LOAD_CA, LOAD_CG, LOAD_CS, LOAD_CV, LOAD_LDG, LOAD_VOLATILE };
enum CacheStoreModifier { STORE_DEFAULT, STORE_WB, STORE_CG, STORE_CS, STORE_WT, STORE_VOLATILE };
enum Category { NOT_A_NUMBER, SIGNED_INTEGER, UNSIGNED_INTEGER, FLOATING_POINT };

#define MUSIFY_OP(NAME) struct NAME { template <class _T> __host__ __device__ _T operator()(const _T &, const _T &) const; };
MUSIFY_OP(Sum) MUSIFY_OP(Max) MUSIFY_OP(Min) MUSIFY_OP(ArgMax) MUSIFY_OP(ArgMin) MUSIFY_OP(Difference) MUSIFY_OP(Division)
#undef MUSIFY_OP
struct Equality { template <class _T> __host__ __device__ bool operator()(const _T &, const _T &) const; };
struct Inequality { template <class _T> __host__ __device__ bool operator()(const _T &, const _T &) const; };
template <class _T> struct CastOp { template <class _U> __host__ __device__ _T operator()(const _U &) const; };
template <class _K, class _V> struct KeyValuePair { typedef _K Key; typedef _V Value; _K key; _V value; __host__ __device__ KeyValuePair() {} __host__ __device__ KeyValuePair(const _K &, const _V &); };
struct NullType {};
template <class _T> struct Traits { static const Category CATEGORY = FLOATING_POINT; typedef unsigned int UnsignedBits; static const bool PRIMITIVE = true; static __host__ __device__ UnsignedBits TwiddleIn(UnsignedBits); static __host__ __device__ UnsignedBits TwiddleOut(UnsignedBits); };
template <class _T> struct BaseTraits : Traits<_T> {};
template <class _T> struct NumericTraits : Traits<_T> {};
template <class _T> struct FpLimits { static __host__ __device__ _T Max(); static __host__ __device__ _T Lowest(); };
template <class _T> struct Uninitialized { _T &Alias(); };
template <int _N> struct Log2 { enum { VALUE = _N <= 1 ? 0 : 1 + Log2<_N / 2>::VALUE }; };
template <> struct Log2<0> { enum { VALUE = 0 }; };
template <> struct Log2<1> { enum { VALUE = 0 }; };
template <class _T, int _N> struct CubVector;
template <class _T> struct DoubleBuffer {
  _T *d_buffers[2];
  int selector;
  __host__ __device__ DoubleBuffer();
  __host__ __device__ DoubleBuffer(_T *, _T *);
  __host__ __device__ _T *Current();
  __host__ __device__ _T *Alternate();
};

/// What a collective over `_T` can be asked.
template <class _T> struct __musify_collective {
  struct TempStorage {};
  __device__ __musify_collective();
  template <class... _A> __device__ __musify_collective(_A &&...);
#define MUSIFY_VALUE(_F) template <class... _A> __device__ _T _F(_A &&...);
  MUSIFY_VALUE(Reduce) MUSIFY_VALUE(Sum) MUSIFY_VALUE(HeadSegmentedReduce) MUSIFY_VALUE(TailSegmentedReduce)
  MUSIFY_VALUE(HeadSegmentedSum) MUSIFY_VALUE(TailSegmentedSum) MUSIFY_VALUE(Broadcast)
#undef MUSIFY_VALUE
#define MUSIFY_VOID(_F) template <class... _A> __device__ void _F(_A &&...);
  MUSIFY_VOID(InclusiveSum) MUSIFY_VOID(ExclusiveSum) MUSIFY_VOID(InclusiveScan) MUSIFY_VOID(ExclusiveScan) MUSIFY_VOID(Scan)
  MUSIFY_VOID(Load) MUSIFY_VOID(Store) MUSIFY_VOID(Sort) MUSIFY_VOID(SortDescending) MUSIFY_VOID(SortBlockedToStriped)
  MUSIFY_VOID(SortDescendingBlockedToStriped) MUSIFY_VOID(StableSort) MUSIFY_VOID(BlockedToStriped) MUSIFY_VOID(StripedToBlocked)
  MUSIFY_VOID(ScatterToBlocked) MUSIFY_VOID(ScatterToStriped) MUSIFY_VOID(WarpStripedToBlocked) MUSIFY_VOID(BlockedToWarpStriped) MUSIFY_VOID(Histogram) MUSIFY_VOID(InitHistogram)
  MUSIFY_VOID(Composite) MUSIFY_VOID(FlagHeads) MUSIFY_VOID(FlagTails) MUSIFY_VOID(FlagHeadsAndTails) MUSIFY_VOID(SubtractLeft) MUSIFY_VOID(SubtractRight) MUSIFY_VOID(Up) MUSIFY_VOID(Down) MUSIFY_VOID(Offset) MUSIFY_VOID(Rotate)
#undef MUSIFY_VOID
};
#define MUSIFY_COLLECTIVE(NAME, ...)                                           \
  template <class _T, __VA_ARGS__> class NAME : public __musify_collective<_T> { \
  public:                                                                      \
    using __musify_collective<_T>::__musify_collective;                         \
  };
MUSIFY_COLLECTIVE(BlockReduce, int _X, BlockReduceAlgorithm _A = BLOCK_REDUCE_WARP_REDUCTIONS, int Y = 1, int Z = 1, int Arch = 0)
MUSIFY_COLLECTIVE(BlockScan, int _X, BlockScanAlgorithm _A = BLOCK_SCAN_RAKING, int Y = 1, int Z = 1, int Arch = 0)
MUSIFY_COLLECTIVE(BlockLoad, int _X, int _N, BlockLoadAlgorithm _A = BLOCK_LOAD_DIRECT, int Y = 1, int Z = 1, int Arch = 0)
MUSIFY_COLLECTIVE(BlockStore, int _X, int _N, BlockStoreAlgorithm _A = BLOCK_STORE_DIRECT, int Y = 1, int Z = 1, int Arch = 0)
MUSIFY_COLLECTIVE(BlockExchange, int _X, int _N, bool W = false, int Y = 1, int Z = 1, int Arch = 0)
MUSIFY_COLLECTIVE(BlockHistogram, int _X, int _N, int Bins, BlockHistogramAlgorithm _A = BLOCK_HISTO_SORT, int Y = 1, int Z = 1, int Arch = 0)
MUSIFY_COLLECTIVE(BlockRadixSort, int _X, int _N, class _V = NullType, int Bits = 4, bool _M = true, BlockScanAlgorithm _A = BLOCK_SCAN_WARP_SCANS, int C = 0, int Y = 1, int Z = 1, int Arch = 0)
MUSIFY_COLLECTIVE(BlockMergeSort, int _X, int _N, class _V = NullType, int Y = 1, int Z = 1)
MUSIFY_COLLECTIVE(BlockDiscontinuity, int _X, int Y = 1, int Z = 1, int Arch = 0)
MUSIFY_COLLECTIVE(BlockAdjacentDifference, int _X, int Y = 1, int Z = 1, int Arch = 0)
MUSIFY_COLLECTIVE(BlockShuffle, int _X, int Y = 1, int Z = 1, int Arch = 0)
MUSIFY_COLLECTIVE(WarpReduce, int _N = 32, int Arch = 0)
MUSIFY_COLLECTIVE(WarpScan, int _N = 32, int Arch = 0)
MUSIFY_COLLECTIVE(WarpMergeSort, int _N, int W = 32, class _V = NullType, int Arch = 0)
MUSIFY_COLLECTIVE(WarpExchange, int _N, int W = 32, int Arch = 0)
MUSIFY_COLLECTIVE(WarpLoad, int _N, WarpLoadAlgorithm _A = WARP_LOAD_DIRECT, int W = 32, int Arch = 0)
MUSIFY_COLLECTIVE(WarpStore, int _N, WarpStoreAlgorithm _A = WARP_STORE_DIRECT, int W = 32, int Arch = 0)
#undef MUSIFY_COLLECTIVE

template <class _T, int _X, int Arch = 0> struct BlockRakingLayout {
  struct TempStorage {};
  enum { SHARED_ELEMENTS = _X, MAX_RAKING_THREADS = _X < 32 ? _X : 32, SEGMENT_LENGTH = (_X + MAX_RAKING_THREADS - 1) / MAX_RAKING_THREADS, RAKING_THREADS = (_X + SEGMENT_LENGTH - 1) / SEGMENT_LENGTH, UNGUARDED = _X % RAKING_THREADS == 0 };
  static __device__ _T *PlacementPtr(TempStorage &, unsigned int);
  static __device__ _T *RakingPtr(TempStorage &, unsigned int);
};

#define MUSIFY_RADIX_RANK(NAME, ...)                                           \
  template <int _X, int _Bits, bool _Descending, __VA_ARGS__> class NAME {      \
  public:                                                                      \
    struct TempStorage {};                                                     \
    enum { BINS_TRACKED_PER_THREAD = ((1 << _Bits) + _X - 1) / _X };           \
    __device__ NAME();                                                         \
    __device__ NAME(TempStorage &);                                            \
    template <class... _P> __device__ void RankKeys(_P &&...);                 \
  };
MUSIFY_RADIX_RANK(BlockRadixRank, bool _M = false, BlockScanAlgorithm _A = BLOCK_SCAN_WARP_SCANS, int C = 0, int Y = 1, int Z = 1, int Arch = 0)
MUSIFY_RADIX_RANK(BlockRadixRankMatch, BlockScanAlgorithm _A = BLOCK_SCAN_WARP_SCANS, int Y = 1, int Z = 1, int Arch = 0)
#undef MUSIFY_RADIX_RANK
template <class _K> struct BFEDigitExtractor {
  __host__ __device__ BFEDigitExtractor(unsigned int = 0, unsigned int = 0);
  template <class _B> __host__ __device__ unsigned int Digit(_B) const;
};

#define MUSIFY_DEVICE(_F) template <class... _A> static __host__ __device__ cudaError_t _F(_A &&...);
struct DeviceReduce { MUSIFY_DEVICE(Reduce) MUSIFY_DEVICE(Sum) MUSIFY_DEVICE(Min) MUSIFY_DEVICE(Max) MUSIFY_DEVICE(ArgMin) MUSIFY_DEVICE(ArgMax) MUSIFY_DEVICE(ReduceByKey) MUSIFY_DEVICE(TransformReduce) };
struct DeviceSegmentedReduce { MUSIFY_DEVICE(Reduce) MUSIFY_DEVICE(Sum) MUSIFY_DEVICE(Min) MUSIFY_DEVICE(Max) MUSIFY_DEVICE(ArgMin) MUSIFY_DEVICE(ArgMax) };
struct DeviceScan { MUSIFY_DEVICE(ExclusiveSum) MUSIFY_DEVICE(InclusiveSum) MUSIFY_DEVICE(ExclusiveScan) MUSIFY_DEVICE(InclusiveScan) MUSIFY_DEVICE(ExclusiveSumByKey) MUSIFY_DEVICE(InclusiveSumByKey) MUSIFY_DEVICE(ExclusiveScanByKey) MUSIFY_DEVICE(InclusiveScanByKey) MUSIFY_DEVICE(InclusiveScanInit) };
struct DeviceRadixSort { MUSIFY_DEVICE(SortPairs) MUSIFY_DEVICE(SortPairsDescending) MUSIFY_DEVICE(SortKeys) MUSIFY_DEVICE(SortKeysDescending) };
struct DeviceMergeSort { MUSIFY_DEVICE(SortPairs) MUSIFY_DEVICE(SortPairsCopy) MUSIFY_DEVICE(SortKeys) MUSIFY_DEVICE(SortKeysCopy) MUSIFY_DEVICE(StableSortPairs) MUSIFY_DEVICE(StableSortKeys) MUSIFY_DEVICE(StableSortKeysCopy) };
struct DeviceSegmentedRadixSort { MUSIFY_DEVICE(SortPairs) MUSIFY_DEVICE(SortPairsDescending) MUSIFY_DEVICE(SortKeys) MUSIFY_DEVICE(SortKeysDescending) };
struct DeviceSegmentedSort { MUSIFY_DEVICE(SortPairs) MUSIFY_DEVICE(SortPairsDescending) MUSIFY_DEVICE(SortKeys) MUSIFY_DEVICE(SortKeysDescending) MUSIFY_DEVICE(StableSortPairs) MUSIFY_DEVICE(StableSortPairsDescending) MUSIFY_DEVICE(StableSortKeys) MUSIFY_DEVICE(StableSortKeysDescending) };
struct DeviceSelect { MUSIFY_DEVICE(Flagged) MUSIFY_DEVICE(If) MUSIFY_DEVICE(Unique) MUSIFY_DEVICE(UniqueByKey) MUSIFY_DEVICE(FlaggedIf) };
struct DevicePartition { MUSIFY_DEVICE(Flagged) MUSIFY_DEVICE(If) };
struct DeviceHistogram { MUSIFY_DEVICE(HistogramEven) MUSIFY_DEVICE(HistogramRange) MUSIFY_DEVICE(MultiHistogramEven) MUSIFY_DEVICE(MultiHistogramRange) };
struct DeviceRunLengthEncode { MUSIFY_DEVICE(Encode) MUSIFY_DEVICE(NonTrivialRuns) };
struct DeviceSpmv { MUSIFY_DEVICE(CsrMV) };
struct DeviceFor { MUSIFY_DEVICE(ForEach) MUSIFY_DEVICE(ForEachN) MUSIFY_DEVICE(Bulk) };
struct DeviceAdjacentDifference { MUSIFY_DEVICE(SubtractLeft) MUSIFY_DEVICE(SubtractLeftCopy) MUSIFY_DEVICE(SubtractRight) MUSIFY_DEVICE(SubtractRightCopy) };
struct DeviceMemcpy { MUSIFY_DEVICE(Batched) };
struct DeviceCopy { MUSIFY_DEVICE(Batched) };
struct DeviceMerge { MUSIFY_DEVICE(MergePairs) MUSIFY_DEVICE(MergeKeys) };
struct DeviceTransform { MUSIFY_DEVICE(Transform) };
#undef MUSIFY_DEVICE

template <class _T, class _Self> struct __musify_iterator {
  typedef _T value_type; typedef _T reference; typedef _T *pointer; typedef ptrdiff_t difference_type;
  __host__ __device__ _T operator*() const; __host__ __device__ _T operator[](ptrdiff_t) const;
  __host__ __device__ _Self operator+(ptrdiff_t) const; __host__ __device__ _Self operator-(ptrdiff_t) const; __host__ __device__ _Self &operator++(); __host__ __device__ _Self &operator+=(ptrdiff_t);
};
template <class _T, class... _X> struct CountingInputIterator : __musify_iterator<_T, CountingInputIterator<_T, _X...>> { __host__ __device__ CountingInputIterator(_T); };
template <class _T, class... _X> struct ConstantInputIterator : __musify_iterator<_T, ConstantInputIterator<_T, _X...>> { __host__ __device__ ConstantInputIterator(_T, ptrdiff_t = 0); };
template <class _T, class _F, class _I, class... _X> struct TransformInputIterator : __musify_iterator<_T, TransformInputIterator<_T, _F, _I, _X...>> { __host__ __device__ TransformInputIterator(_I, _F); };
template <class _I, class _O = ptrdiff_t, class _T = int> struct ArgIndexInputIterator : __musify_iterator<KeyValuePair<_O, _T>, ArgIndexInputIterator<_I, _O, _T>> { __host__ __device__ ArgIndexInputIterator(_I); };
template <CacheLoadModifier _M, class _T, class _O = ptrdiff_t> struct CacheModifiedInputIterator : __musify_iterator<_T, CacheModifiedInputIterator<_M, _T, _O>> { __host__ __device__ CacheModifiedInputIterator(const _T *); };
template <class _T = int> struct DiscardOutputIterator : __musify_iterator<_T, DiscardOutputIterator<_T>> { __host__ __device__ DiscardOutputIterator(_T = 0); };
template <class _T, class _O = ptrdiff_t> struct TexObjInputIterator : __musify_iterator<_T, TexObjInputIterator<_T, _O>> { template <class _Q> cudaError_t BindTexture(_Q *, size_t, size_t = 0); cudaError_t UnbindTexture(); };

struct CachingDeviceAllocator { CachingDeviceAllocator(bool = false, bool = false); template <class... _A> CachingDeviceAllocator(unsigned int, _A...); template <class _T> cudaError_t DeviceAllocate(_T **, size_t, cudaStream_t = 0); cudaError_t DeviceFree(void *); cudaError_t DeviceAllocate(int, void **, size_t, cudaStream_t = 0); cudaError_t DeviceFree(int, void *); cudaError_t FreeAllCached(); bool debug; };

template <class _I, class _O, class _T> __host__ __device__ _O LowerBound(_I, _O, _T);
template <class _I, class _O, class _T> __host__ __device__ _O UpperBound(_I, _O, _T);

__device__ int LaneId();
__device__ int WarpId();
__device__ unsigned int LaneMaskLt();
__device__ int RowMajorTid(int, int, int);
__host__ __device__ int PtxVersion(int &);
__device__ void ThreadTrap();
__device__ void CTA_SYNC();
__device__ unsigned int BFE(unsigned int, unsigned int, unsigned int);
template <CacheLoadModifier _M, class _T> __device__ _T ThreadLoad(_T *);
template <CacheStoreModifier _M, class _I, class _T> __device__ void ThreadStore(_I, _T);
template <class... _A> __device__ void LoadDirectBlocked(_A &&...);
template <class... _A> __device__ void LoadDirectStriped(_A &&...);
template <class... _A> __device__ void LoadDirectWarpStriped(_A &&...);
template <class... _A> __device__ void StoreDirectBlocked(_A &&...);
template <class... _A> __device__ void StoreDirectStriped(_A &&...);
template <int _N = 32, class _T> __device__ _T ShuffleIndex(_T, int, unsigned int);
template <int _N, int _Arch = 0> __host__ __device__ unsigned int WarpMask(unsigned int);
template <int _N = 32, class _T> __device__ _T ShuffleUp(_T, int, int, unsigned int);
template <int _N = 32, class _T> __device__ _T ShuffleDown(_T, int, int, unsigned int);

} // namespace cub

#endif
