// Multiplies two matrices with a tiled shared-memory kernel and with cuBLAS,
// compares the results and prints the time of each.
//
//   tiled_gemm [M N K]
#include <cublas_v2.h>
#include <cuda_runtime.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <vector>

#define CHECK_CUDA(call)                                                       \
  do {                                                                         \
    cudaError_t status_ = (call);                                              \
    if (status_ != cudaSuccess) {                                              \
      std::fprintf(stderr, "%s:%d: %s: %s\n", __FILE__, __LINE__, #call,       \
                   cudaGetErrorString(status_));                               \
      std::exit(EXIT_FAILURE);                                                 \
    }                                                                          \
  } while (0)

#define CHECK_CUBLAS(call)                                                     \
  do {                                                                         \
    cublasStatus_t status_ = (call);                                           \
    if (status_ != CUBLAS_STATUS_SUCCESS) {                                    \
      std::fprintf(stderr, "%s:%d: %s: cuBLAS status %d\n", __FILE__,          \
                   __LINE__, #call, static_cast<int>(status_));                \
      std::exit(EXIT_FAILURE);                                                 \
    }                                                                          \
  } while (0)

// Reads a value that is used once, without keeping it in the first cache.
__device__ __forceinline__ float loadOnce(const float *from) {
#if defined(__CUDA_ARCH__) && __CUDA_ARCH__ >= 700
  float value;
  asm volatile("ld.global.nc.L1::no_allocate.f32 %0, [%1];"
               : "=f"(value)
               : "l"(from));
  return value;
#else
  return __ldg(from);
#endif
}

// C = A * B, row-major. Each block computes a Tile x Tile piece of C.
template <int Tile>
__global__ void tiledGemm(const float *A, const float *B, float *C, int M,
                          int N, int K) {
  __shared__ float tileA[Tile][Tile];
  __shared__ float tileB[Tile][Tile + 1]; // + 1: no bank conflicts
  const int row = blockIdx.y * Tile + threadIdx.y;
  const int col = blockIdx.x * Tile + threadIdx.x;
  float sum = 0.0f;
  for (int k0 = 0; k0 < K; k0 += Tile) {
    const int kA = k0 + threadIdx.x, kB = k0 + threadIdx.y;
    tileA[threadIdx.y][threadIdx.x] =
        row < M && kA < K ? loadOnce(A + static_cast<size_t>(row) * K + kA)
                          : 0.0f;
    tileB[threadIdx.y][threadIdx.x] =
        kB < K && col < N ? loadOnce(B + static_cast<size_t>(kB) * N + col)
                          : 0.0f;
    __syncthreads();
#pragma unroll
    for (int k = 0; k < Tile; ++k)
      sum = __fmaf_rn(tileA[threadIdx.y][k], tileB[k][threadIdx.x], sum);
    __syncthreads();
  }
  if (row < M && col < N)
    C[static_cast<size_t>(row) * N + col] = sum;
}

// Device memory that frees itself.
template <typename T> class DeviceBuffer {
public:
  explicit DeviceBuffer(size_t count) : count_(count) {
    CHECK_CUDA(cudaMalloc(&data_, count * sizeof(T)));
  }
  ~DeviceBuffer() { cudaFree(data_); }
  DeviceBuffer(const DeviceBuffer &) = delete;
  DeviceBuffer &operator=(const DeviceBuffer &) = delete;

  void upload(const std::vector<T> &host, cudaStream_t stream) {
    CHECK_CUDA(cudaMemcpyAsync(data_, host.data(), count_ * sizeof(T),
                               cudaMemcpyHostToDevice, stream));
  }
  std::vector<T> download(cudaStream_t stream) const {
    std::vector<T> host(count_);
    CHECK_CUDA(cudaMemcpyAsync(host.data(), data_, count_ * sizeof(T),
                               cudaMemcpyDeviceToHost, stream));
    CHECK_CUDA(cudaStreamSynchronize(stream));
    return host;
  }
  T *get() const { return data_; }

private:
  T *data_ = nullptr;
  size_t count_;
};

// Milliseconds that `work` takes on `stream`, after one run to warm up.
template <typename Work> float timeOn(cudaStream_t stream, Work work) {
  constexpr int Repeats = 10;
  cudaEvent_t start, stop;
  CHECK_CUDA(cudaEventCreate(&start));
  CHECK_CUDA(cudaEventCreate(&stop));
  work();
  CHECK_CUDA(cudaEventRecord(start, stream));
  for (int i = 0; i < Repeats; ++i)
    work();
  CHECK_CUDA(cudaEventRecord(stop, stream));
  CHECK_CUDA(cudaEventSynchronize(stop));
  float milliseconds = 0.0f;
  CHECK_CUDA(cudaEventElapsedTime(&milliseconds, start, stop));
  CHECK_CUDA(cudaEventDestroy(start));
  CHECK_CUDA(cudaEventDestroy(stop));
  return milliseconds / Repeats;
}

static void printDevice() {
  int device = 0;
  cudaDeviceProp properties;
  CHECK_CUDA(cudaGetDevice(&device));
  CHECK_CUDA(cudaGetDeviceProperties(&properties, device));
  std::printf("%s: %d multiprocessors, warps of %d threads\n", properties.name,
              properties.multiProcessorCount, properties.warpSize);
}

int main(int argc, char **argv) {
  const int M = argc > 1 ? std::atoi(argv[1]) : 1024;
  const int N = argc > 2 ? std::atoi(argv[2]) : M;
  const int K = argc > 3 ? std::atoi(argv[3]) : M;
  printDevice();

  std::vector<float> hostA(static_cast<size_t>(M) * K);
  std::vector<float> hostB(static_cast<size_t>(K) * N);
  for (size_t i = 0; i < hostA.size(); ++i)
    hostA[i] = static_cast<float>(i % 13) / 13.0f;
  for (size_t i = 0; i < hostB.size(); ++i)
    hostB[i] = static_cast<float>(i % 7) / 7.0f;

  cudaStream_t stream;
  CHECK_CUDA(cudaStreamCreateWithFlags(&stream, cudaStreamNonBlocking));
  DeviceBuffer<float> A(hostA.size()), B(hostB.size());
  DeviceBuffer<float> ours(static_cast<size_t>(M) * N);
  DeviceBuffer<float> theirs(static_cast<size_t>(M) * N);
  A.upload(hostA, stream);
  B.upload(hostB, stream);

  constexpr int Tile = 16;
  const dim3 block(Tile, Tile);
  const dim3 grid((N + Tile - 1) / Tile, (M + Tile - 1) / Tile);
  const float tiled = timeOn(stream, [&] {
    tiledGemm<Tile>
        <<<grid, block, 0, stream>>>(A.get(), B.get(), ours.get(), M, N, K);
    CHECK_CUDA(cudaGetLastError());
  });

  // cuBLAS is column-major: it computes the transposed product.
  cublasHandle_t handle;
  CHECK_CUBLAS(cublasCreate(&handle));
  CHECK_CUBLAS(cublasSetStream(handle, stream));
  const float one = 1.0f, zero = 0.0f;
  const float library = timeOn(stream, [&] {
    CHECK_CUBLAS(cublasSgemm(handle, CUBLAS_OP_N, CUBLAS_OP_N, N, M, K, &one,
                             B.get(), N, A.get(), K, &zero, theirs.get(), N));
  });

  const std::vector<float> a = ours.download(stream);
  const std::vector<float> b = theirs.download(stream);
  float worst = 0.0f;
  for (size_t i = 0; i < a.size(); ++i)
    worst = std::max(worst,
                     std::fabs(a[i] - b[i]) / std::max(1.0f, std::fabs(b[i])));
  std::printf("tiled %.3f ms, cuBLAS %.3f ms, largest relative difference %g\n",
              tiled, library, worst);

  CHECK_CUBLAS(cublasDestroy(handle));
  CHECK_CUDA(cudaStreamDestroy(stream));
  return worst < 1e-3f ? EXIT_SUCCESS : EXIT_FAILURE;
}
