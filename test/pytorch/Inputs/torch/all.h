// Shaped like PyTorch's: just enough for the parse.
#pragma once
namespace at {
struct Tensor {
  bool is_cuda() const;
};
} // namespace at
