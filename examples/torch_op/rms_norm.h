#pragma once

#include <torch/extension.h>

torch::Tensor rms_norm_cuda(const torch::Tensor &input,
                            const torch::Tensor &weight, double epsilon);
void scale_half_cuda(torch::Tensor &values, double factor);
