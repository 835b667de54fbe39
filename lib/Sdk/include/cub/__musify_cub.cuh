//===- __musify_cub.cuh - CUB, thin -----------------------------*- C++ -*-===//
//
// Block, warp and device primitives with variadic members: a port looks at
// their names only.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_SDK_CUB_CUH
#define MUSIFY_SDK_CUB_CUH

#include "../cuda_runtime.h"

#define CUB_VERSION 300000
#define CUB_PTX_ARCH 800
#define CUB_PTX_WARP_THREADS 32
#define CUB_MIN(A, B) (((A) > (B)) ? (B) : (A))
#define CUB_MAX(A, B) (((A) > (B)) ? (A) : (B))
#define CubDebug(E) (E)
#define CubDebugExit(E) ((void)(E))
#define CUB_RUNTIME_FUNCTION __host__ __device__
#define CUB_QUOTIENT_CEILING(X, Y) (((X) + (Y) - 1) / (Y))

namespace cub {

enum BlockReduceAlgorithm { BLOCK_REDUCE_RAKING_COMMUTATIVE_ONLY, BLOCK_REDUCE_RAKING, BLOCK_REDUCE_WARP_REDUCTIONS };
enum BlockScanAlgorithm { BLOCK_SCAN_RAKING, BLOCK_SCAN_RAKING_MEMOIZE, BLOCK_SCAN_WARP_SCANS };
enum BlockLoadAlgorithm { BLOCK_LOAD_DIRECT, BLOCK_LOAD_STRIPED, BLOCK_LOAD_VECTORIZE, BLOCK_LOAD_TRANSPOSE, BLOCK_LOAD_WARP_TRANSPOSE, BLOCK_LOAD_WARP_TRANSPOSE_TIMESLICED };
enum BlockStoreAlgorithm { BLOCK_STORE_DIRECT, BLOCK_STORE_STRIPED, BLOCK_STORE_VECTORIZE, BLOCK_STORE_TRANSPOSE, BLOCK_STORE_WARP_TRANSPOSE, BLOCK_STORE_WARP_TRANSPOSE_TIMESLICED };
enum BlockHistogramAlgorithm { BLOCK_HISTO_SORT, BLOCK_HISTO_ATOMIC };
enum CacheLoadModifier { LOAD_DEFAULT, LOAD_CA, LOAD_CG, LOAD_CS, LOAD_CV, LOAD_LDG, LOAD_VOLATILE };
enum CacheStoreModifier { STORE_DEFAULT, STORE_WB, STORE_CG, STORE_CS, STORE_WT, STORE_VOLATILE };
enum Category { NOT_A_NUMBER, SIGNED_INTEGER, UNSIGNED_INTEGER, FLOATING_POINT };

#define MUSIFY_OP(NAME) struct NAME { template <class T> __host__ __device__ T operator()(const T &, const T &) const; };
MUSIFY_OP(Sum) MUSIFY_OP(Max) MUSIFY_OP(Min) MUSIFY_OP(ArgMax) MUSIFY_OP(ArgMin) MUSIFY_OP(Difference) MUSIFY_OP(Division)
#undef MUSIFY_OP
struct Equality { template <class T> __host__ __device__ bool operator()(const T &, const T &) const; };
struct Inequality { template <class T> __host__ __device__ bool operator()(const T &, const T &) const; };
template <class T> struct CastOp { template <class U> __host__ __device__ T operator()(const U &) const; };
template <class K, class V> struct KeyValuePair { typedef K Key; typedef V Value; K key; V value; __host__ __device__ KeyValuePair() {} __host__ __device__ KeyValuePair(const K &, const V &); };
struct NullType {};
template <class T> struct Traits { static const Category CATEGORY = FLOATING_POINT; typedef unsigned int UnsignedBits; static const bool PRIMITIVE = true; static __host__ __device__ UnsignedBits TwiddleIn(UnsignedBits); static __host__ __device__ UnsignedBits TwiddleOut(UnsignedBits); };
template <class T> struct BaseTraits : Traits<T> {};
template <class T> struct NumericTraits : Traits<T> {};
template <class T> struct FpLimits { static __host__ __device__ T Max(); static __host__ __device__ T Lowest(); };
template <class T> struct Uninitialized { T &Alias(); };
template <int N> struct Log2 { enum { VALUE = N <= 1 ? 0 : 1 + Log2<N / 2>::VALUE }; };
template <> struct Log2<0> { enum { VALUE = 0 }; };
template <> struct Log2<1> { enum { VALUE = 0 }; };
template <class T, int N> struct CubVector;
template <class T> struct DoubleBuffer {
  T *d_buffers[2];
  int selector;
  __host__ __device__ DoubleBuffer();
  __host__ __device__ DoubleBuffer(T *, T *);
  __host__ __device__ T *Current();
  __host__ __device__ T *Alternate();
};

/// What a collective over `T` can be asked.
template <class T> struct __musify_collective {
  struct TempStorage {};
  __device__ __musify_collective();
  template <class... A> __device__ __musify_collective(A &&...);
#define MUSIFY_VALUE(F) template <class... A> __device__ T F(A &&...);
  MUSIFY_VALUE(Reduce) MUSIFY_VALUE(Sum) MUSIFY_VALUE(HeadSegmentedReduce) MUSIFY_VALUE(TailSegmentedReduce)
  MUSIFY_VALUE(HeadSegmentedSum) MUSIFY_VALUE(TailSegmentedSum) MUSIFY_VALUE(Broadcast)
#undef MUSIFY_VALUE
#define MUSIFY_VOID(F) template <class... A> __device__ void F(A &&...);
  MUSIFY_VOID(InclusiveSum) MUSIFY_VOID(ExclusiveSum) MUSIFY_VOID(InclusiveScan) MUSIFY_VOID(ExclusiveScan) MUSIFY_VOID(Scan)
  MUSIFY_VOID(Load) MUSIFY_VOID(Store) MUSIFY_VOID(Sort) MUSIFY_VOID(SortDescending) MUSIFY_VOID(SortBlockedToStriped)
  MUSIFY_VOID(SortDescendingBlockedToStriped) MUSIFY_VOID(StableSort) MUSIFY_VOID(BlockedToStriped) MUSIFY_VOID(StripedToBlocked)
  MUSIFY_VOID(ScatterToBlocked) MUSIFY_VOID(ScatterToStriped) MUSIFY_VOID(WarpStripedToBlocked) MUSIFY_VOID(BlockedToWarpStriped) MUSIFY_VOID(Histogram) MUSIFY_VOID(InitHistogram)
  MUSIFY_VOID(Composite) MUSIFY_VOID(FlagHeads) MUSIFY_VOID(FlagTails) MUSIFY_VOID(FlagHeadsAndTails) MUSIFY_VOID(SubtractLeft) MUSIFY_VOID(SubtractRight) MUSIFY_VOID(Up) MUSIFY_VOID(Down) MUSIFY_VOID(Offset) MUSIFY_VOID(Rotate)
#undef MUSIFY_VOID
};
#define MUSIFY_COLLECTIVE(NAME, ...)                                           \
  template <class T, __VA_ARGS__> class NAME : public __musify_collective<T> { \
  public:                                                                      \
    using __musify_collective<T>::__musify_collective;                         \
  };
MUSIFY_COLLECTIVE(BlockReduce, int X, BlockReduceAlgorithm A = BLOCK_REDUCE_WARP_REDUCTIONS, int Y = 1, int Z = 1, int Arch = 0)
MUSIFY_COLLECTIVE(BlockScan, int X, BlockScanAlgorithm A = BLOCK_SCAN_RAKING, int Y = 1, int Z = 1, int Arch = 0)
MUSIFY_COLLECTIVE(BlockLoad, int X, int N, BlockLoadAlgorithm A = BLOCK_LOAD_DIRECT, int Y = 1, int Z = 1, int Arch = 0)
MUSIFY_COLLECTIVE(BlockStore, int X, int N, BlockStoreAlgorithm A = BLOCK_STORE_DIRECT, int Y = 1, int Z = 1, int Arch = 0)
MUSIFY_COLLECTIVE(BlockExchange, int X, int N, bool W = false, int Y = 1, int Z = 1, int Arch = 0)
MUSIFY_COLLECTIVE(BlockHistogram, int X, int N, int Bins, BlockHistogramAlgorithm A = BLOCK_HISTO_SORT, int Y = 1, int Z = 1, int Arch = 0)
MUSIFY_COLLECTIVE(BlockRadixSort, int X, int N, class V = NullType, int Bits = 4, bool M = true, BlockScanAlgorithm A = BLOCK_SCAN_WARP_SCANS, int C = 0, int Y = 1, int Z = 1, int Arch = 0)
MUSIFY_COLLECTIVE(BlockMergeSort, int X, int N, class V = NullType, int Y = 1, int Z = 1)
MUSIFY_COLLECTIVE(BlockDiscontinuity, int X, int Y = 1, int Z = 1, int Arch = 0)
MUSIFY_COLLECTIVE(BlockAdjacentDifference, int X, int Y = 1, int Z = 1, int Arch = 0)
MUSIFY_COLLECTIVE(BlockShuffle, int X, int Y = 1, int Z = 1, int Arch = 0)
MUSIFY_COLLECTIVE(WarpReduce, int N = 32, int Arch = 0)
MUSIFY_COLLECTIVE(WarpScan, int N = 32, int Arch = 0)
MUSIFY_COLLECTIVE(WarpMergeSort, int N, int W = 32, class V = NullType, int Arch = 0)
MUSIFY_COLLECTIVE(WarpExchange, int N, int W = 32, int Arch = 0)
#undef MUSIFY_COLLECTIVE

#define MUSIFY_DEVICE(F) template <class... A> static __host__ __device__ cudaError_t F(A &&...);
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
#undef MUSIFY_DEVICE

template <class T, class Self> struct __musify_iterator {
  typedef T value_type; typedef T reference; typedef T *pointer; typedef ptrdiff_t difference_type;
  __host__ __device__ T operator*() const; __host__ __device__ T operator[](ptrdiff_t) const;
  __host__ __device__ Self operator+(ptrdiff_t) const; __host__ __device__ Self operator-(ptrdiff_t) const; __host__ __device__ Self &operator++(); __host__ __device__ Self &operator+=(ptrdiff_t);
};
template <class T, class... X> struct CountingInputIterator : __musify_iterator<T, CountingInputIterator<T, X...>> { __host__ __device__ CountingInputIterator(T); };
template <class T, class... X> struct ConstantInputIterator : __musify_iterator<T, ConstantInputIterator<T, X...>> { __host__ __device__ ConstantInputIterator(T, ptrdiff_t = 0); };
template <class T, class F, class I, class... X> struct TransformInputIterator : __musify_iterator<T, TransformInputIterator<T, F, I, X...>> { __host__ __device__ TransformInputIterator(I, F); };
template <class I, class O = ptrdiff_t, class T = int> struct ArgIndexInputIterator : __musify_iterator<KeyValuePair<O, T>, ArgIndexInputIterator<I, O, T>> { __host__ __device__ ArgIndexInputIterator(I); };
template <CacheLoadModifier M, class T, class O = ptrdiff_t> struct CacheModifiedInputIterator : __musify_iterator<T, CacheModifiedInputIterator<M, T, O>> { __host__ __device__ CacheModifiedInputIterator(const T *); };
template <class T = int> struct DiscardOutputIterator : __musify_iterator<T, DiscardOutputIterator<T>> { __host__ __device__ DiscardOutputIterator(T = 0); };
template <class T, class O = ptrdiff_t> struct TexObjInputIterator : __musify_iterator<T, TexObjInputIterator<T, O>> { template <class Q> cudaError_t BindTexture(Q *, size_t, size_t = 0); cudaError_t UnbindTexture(); };

struct CachingDeviceAllocator { CachingDeviceAllocator(bool = false, bool = false); template <class... A> CachingDeviceAllocator(unsigned int, A...); template <class T> cudaError_t DeviceAllocate(T **, size_t, cudaStream_t = 0); cudaError_t DeviceFree(void *); cudaError_t DeviceAllocate(int, void **, size_t, cudaStream_t = 0); cudaError_t DeviceFree(int, void *); cudaError_t FreeAllCached(); bool debug; };

__device__ int LaneId();
__device__ int WarpId();
__device__ unsigned int LaneMaskLt();
__device__ int RowMajorTid(int, int, int);
__host__ __device__ int PtxVersion(int &);
__device__ void ThreadTrap();
__device__ void CTA_SYNC();
__device__ unsigned int BFE(unsigned int, unsigned int, unsigned int);
template <CacheLoadModifier M, class T> __device__ T ThreadLoad(T *);
template <CacheStoreModifier M, class I, class T> __device__ void ThreadStore(I, T);
template <class... A> __device__ void LoadDirectBlocked(A &&...);
template <class... A> __device__ void LoadDirectStriped(A &&...);
template <class... A> __device__ void LoadDirectWarpStriped(A &&...);
template <class... A> __device__ void StoreDirectBlocked(A &&...);
template <class... A> __device__ void StoreDirectStriped(A &&...);
template <int N = 32, class T> __device__ T ShuffleIndex(T, int, unsigned int);
template <int N = 32, class T> __device__ T ShuffleUp(T, int, int, unsigned int);
template <int N = 32, class T> __device__ T ShuffleDown(T, int, int, unsigned int);

} // namespace cub

#endif
