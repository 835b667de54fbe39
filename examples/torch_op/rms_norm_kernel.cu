// RMS normalisation over the last dimension, and an in-place scale of halves.
#include "rms_norm.h"

#include <ATen/AccumulateType.h>
#include <ATen/Dispatch.h>
#include <ATen/cuda/CUDAContext.h>
#include <c10/cuda/CUDAException.h>
#include <c10/cuda/CUDAGuard.h>

#include <cuda_bf16.h>
#include <cuda_fp16.h>
#include <cuda_runtime.h>

namespace {

constexpr int Threads = 256;
constexpr int WarpSize = 32;

template <typename T> __device__ T warpSum(T value) {
#pragma unroll
  for (int offset = WarpSize / 2; offset > 0; offset >>= 1)
    value += __shfl_xor_sync(0xffffffff, value, offset);
  return value;
}

template <typename T> __device__ T blockSum(T value) {
  __shared__ T partial[Threads / WarpSize];
  const int lane = threadIdx.x % WarpSize;
  const int warp = threadIdx.x / WarpSize;
  value = warpSum(value);
  if (lane == 0)
    partial[warp] = value;
  __syncthreads();
  value = lane < Threads / WarpSize ? partial[lane] : T(0);
  return warpSum(value);
}

template <typename scalar_t>
__global__ void __launch_bounds__(Threads)
    rmsNormKernel(const scalar_t *__restrict__ input,
                  const scalar_t *__restrict__ weight,
                  scalar_t *__restrict__ output, int64_t width,
                  double epsilon) {
  using acc_t = at::acc_type<scalar_t, /*is_cuda=*/true>;
  const scalar_t *row = input + blockIdx.x * width;
  acc_t squares = 0;
  for (int64_t i = threadIdx.x; i < width; i += Threads) {
    const acc_t x = static_cast<acc_t>(row[i]);
    squares += x * x;
  }
  const acc_t scale =
      rsqrt(blockSum(squares) / static_cast<acc_t>(width) + acc_t(epsilon));
  for (int64_t i = threadIdx.x; i < width; i += Threads)
    output[blockIdx.x * width + i] = static_cast<scalar_t>(
        static_cast<acc_t>(row[i]) * scale * static_cast<acc_t>(weight[i]));
}

// Two halves at a time, where the device can.
__global__ void scaleHalf2(const __half2 *input, __half2 *output, __half factor,
                           int64_t pairs) {
  const int64_t i = blockIdx.x * int64_t(blockDim.x) + threadIdx.x;
  if (i < pairs) {
#if defined(__CUDA_ARCH__) && __CUDA_ARCH__ >= 530
    output[i] = __hmul2(input[i], __half2half2(factor));
#else
    const float2 pair = __half22float2(input[i]);
    const float f = __half2float(factor);
    output[i] = __floats2half2_rn(pair.x * f, pair.y * f);
#endif
  }
}

} // namespace

torch::Tensor rms_norm_cuda(const torch::Tensor &input,
                            const torch::Tensor &weight, double epsilon) {
  const at::cuda::CUDAGuard guard(input.device());
  const c10::cuda::OptionalCUDAGuard weightGuard(at::device_of(weight));
  cudaStream_t stream = at::cuda::getCurrentCUDAStream();

  torch::Tensor output = torch::empty_like(input);
  const int64_t width = input.size(-1);
  const int64_t rows = input.numel() / width;
  if (rows == 0)
    return output;
  TORCH_CHECK(rows <= at::cuda::getCurrentDeviceProperties()->maxGridSize[0],
              "rms_norm: too many rows");

  AT_DISPATCH_FLOATING_TYPES_AND2(
      at::ScalarType::Half, at::ScalarType::BFloat16, input.scalar_type(),
      "rms_norm_cuda", [&] {
        rmsNormKernel<scalar_t><<<rows, Threads, 0, stream>>>(
            input.data_ptr<scalar_t>(), weight.data_ptr<scalar_t>(),
            output.data_ptr<scalar_t>(), width, epsilon);
      });
  C10_CUDA_KERNEL_LAUNCH_CHECK();
  return output;
}

void scale_half_cuda(torch::Tensor &values, double factor) {
  const at::cuda::CUDAGuard guard(values.device());
  const int64_t pairs = values.numel() / 2;
  const int blocks = static_cast<int>((pairs + Threads - 1) / Threads);
  auto *data = reinterpret_cast<__half2 *>(values.data_ptr<at::Half>());
  scaleHalf2<<<blocks, Threads, 0, at::cuda::getCurrentCUDAStream()>>>(
      data, data, __float2half(static_cast<float>(factor)), pairs);
  C10_CUDA_CHECK(cudaGetLastError());
}
