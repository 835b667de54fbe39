// The Euclidean norm: thrust squares, the shared kernel sums.
#include "reduce.cuh"

#include <thrust/device_ptr.h>
#include <thrust/device_vector.h>
#include <thrust/transform.h>

#include <cmath>

#ifdef REDUCE_WITH_NVTX
#include <nvtx3/nvToolsExt.h>
#define REDUCE_RANGE(name) nvtxRangePushA(name)
#define REDUCE_RANGE_END() nvtxRangePop()
#else
#define REDUCE_RANGE(name) (void)0
#define REDUCE_RANGE_END() (void)0
#endif

namespace reduce {

struct Square {
  REDUCE_HOST_DEVICE double operator()(double x) const { return x * x; }
};

double norm(const double *device, size_t count, cudaStream_t stream) {
  constexpr int Blocks = 128;
  REDUCE_RANGE("norm");
  thrust::device_vector<double> squares(count), scratch(Blocks + 1);
  thrust::device_ptr<const double> first(device);
  thrust::transform(thrust::cuda::par.on(stream), first, first + count,
                    squares.begin(), Square());
  double *partial = thrust::raw_pointer_cast(scratch.data());
  launchReduce(thrust::raw_pointer_cast(squares.data()), partial + Blocks,
               partial, count, Blocks, Sum<double>(), stream);
  double result = 0.0;
  REDUCE_CHECK(cudaMemcpyAsync(&result, partial + Blocks, sizeof(result),
                               cudaMemcpyDeviceToHost, stream));
  REDUCE_CHECK(cudaStreamSynchronize(stream));
  REDUCE_RANGE_END();
  return std::sqrt(result);
}

} // namespace reduce
