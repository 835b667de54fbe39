// PyTorch's namespaces under another name are PyTorch's; an alias of the
// project's own namespace is not.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <torch/torch.h>
namespace tt = torch;
namespace ac = ::at::cuda; // CHECK: namespace ac = ::at::musa;
namespace house { enum Where { kCUDA }; }
namespace hh = house;
tt::Tensor a() { return tt::zeros({2}, tt::kCUDA); } // CHECK: tt::Tensor a() { return tt::zeros({2}, tt::kPrivateUse1); }
auto s() { return ac::getCurrentCUDAStream(); } // CHECK: auto s() { return ac::getCurrentMUSAStream(); }
bool d(tt::Device D) { return D.type() == tt::DeviceType::CUDA; } // CHECK: bool d(tt::Device D) { return D.type() == tt::DeviceType::PrivateUse1; }
int b() { return hh::kCUDA; } // CHECK: int b() { return hh::kCUDA; }

// CHECK: === said, exit status 0
