// Checks the arguments and hands them to the device code.
#include "rms_norm.h"

#include <ATen/cuda/CUDAContext.h>

#define CHECK_CUDA(x) TORCH_CHECK(x.is_cuda(), #x " must be a CUDA tensor")
#define CHECK_CONTIGUOUS(x)                                                    \
  TORCH_CHECK(x.is_contiguous(), #x " must be contiguous")
#define CHECK_INPUT(x)                                                         \
  CHECK_CUDA(x);                                                               \
  CHECK_CONTIGUOUS(x)

torch::Tensor rms_norm(const torch::Tensor &input, const torch::Tensor &weight,
                       double epsilon) {
  CHECK_INPUT(input);
  CHECK_INPUT(weight);
  TORCH_CHECK(input.size(-1) == weight.numel(),
              "rms_norm: weight must have as many elements as a row");
  return rms_norm_cuda(input, weight, epsilon);
}

void scale_half(torch::Tensor values, double factor) {
  CHECK_INPUT(values);
  TORCH_CHECK(values.scalar_type() == torch::kHalf, "scale_half: wants halves");
  TORCH_CHECK(values.numel() % 2 == 0, "scale_half: wants pairs");
  scale_half_cuda(values, factor);
}

std::string device_name() {
  return at::cuda::getCurrentDeviceProperties()->name;
}

PYBIND11_MODULE(TORCH_EXTENSION_NAME, m) {
  m.def("rms_norm", &rms_norm, "RMS normalisation (CUDA)");
  m.def("scale_half_", &scale_half, "in-place scale (CUDA)");
  m.def("device_name", &device_name);
}
