#include "reduce.cuh"

namespace reduce {

// Twice as many blocks as fit at once hide the latency of the loads.
int blocksFor(const void *kernel, int threads) {
  int device = 0, processors = 0, perProcessor = 0;
  REDUCE_CHECK(cudaGetDevice(&device));
  REDUCE_CHECK(cudaDeviceGetAttribute(&processors,
                                      cudaDevAttrMultiProcessorCount, device));
  REDUCE_CHECK(cudaOccupancyMaxActiveBlocksPerMultiprocessor(
      &perProcessor, kernel, threads, 0));
  return 2 * processors * perProcessor;
}

float sum(const float *device, size_t count, cudaStream_t stream) {
  constexpr int Threads = 256;
  const int blocks = blocksFor(
      reinterpret_cast<const void *>(&reduceKernel<Threads, float, Sum<float>>),
      Threads);
  float *scratch = nullptr, result = 0.0f;
  REDUCE_CHECK(cudaMallocAsync(&scratch, (blocks + 1) * sizeof(float), stream));
  launchReduce<Threads>(device, scratch + blocks, scratch, count, blocks,
                        Sum<float>(), stream);
  REDUCE_CHECK(cudaMemcpyAsync(&result, scratch + blocks, sizeof(result),
                               cudaMemcpyDeviceToHost, stream));
  REDUCE_CHECK(cudaFreeAsync(scratch, stream));
  REDUCE_CHECK(cudaStreamSynchronize(stream));
  return result;
}

} // namespace reduce
