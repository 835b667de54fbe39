// Host code only: it includes the shared header, but launches nothing.
#include "reduce.cuh"

#include <cstdio>
#include <vector>

template <typename T> class DeviceArray {
public:
  explicit DeviceArray(const std::vector<T> &host) {
    const size_t bytes = host.size() * sizeof(T);
    REDUCE_CHECK(cudaMalloc(reinterpret_cast<void **>(&data_), bytes));
    REDUCE_CHECK(cudaMemcpy(data_, host.data(), bytes, cudaMemcpyHostToDevice));
  }
  ~DeviceArray() { cudaFree(data_); }
  DeviceArray(const DeviceArray &) = delete;
  DeviceArray &operator=(const DeviceArray &) = delete;
  const T *get() const { return data_; }

private:
  T *data_ = nullptr;
};

int main() {
  try {
    const size_t count = size_t(1) << 22;
    cudaStream_t stream;
    REDUCE_CHECK(cudaStreamCreate(&stream));
    DeviceArray<float> ones(std::vector<float>(count, 1.0f));
    DeviceArray<double> halves(std::vector<double>(count, 0.5));
    std::printf("sum %.1f, expected %.1f\n",
                reduce::sum(ones.get(), count, stream), double(count));
    std::printf("norm %.1f, expected %.1f\n",
                reduce::norm(halves.get(), count, stream), 1024.0);
    REDUCE_CHECK(cudaStreamDestroy(stream));
  } catch (const std::exception &error) {
    std::fprintf(stderr, "error: %s\n", error.what());
    return 1;
  }
  return 0;
}
