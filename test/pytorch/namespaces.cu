// PyTorch's namespaces are renamed however they are reached, and where the code
// adds to them; other namespaces of these names are not PyTorch's.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <torch/extension.h>
namespace at { namespace cuda { // CHECK: namespace at { namespace musa {
int helper();
}} // namespace at::cuda
namespace c10::cuda { int other(); } // CHECK: namespace c10::musa { int other(); }
namespace at {
using namespace cuda; // CHECK: using namespace musa;
namespace native {
void f() {
  auto S = cuda::getCurrentCUDAStream(); // CHECK: auto S = musa::getCurrentMUSAStream();
  auto P = at::cuda::getCurrentDeviceProperties(); // CHECK: auto P = at::musa::getCurrentDeviceProperties();
  namespace ac = at::cuda; // CHECK: namespace ac = at::musa;
  at::cuda::helper(); // CHECK: at::musa::helper();
  c10::cuda::CUDACachingAllocator::emptyCache(); // CHECK: c10::musa::MUSACachingAllocator::emptyCache();
  cuda::std::tuple<int> T; // CHECK: cuda::std::tuple<int> T;
}
namespace cuda { int mine(); } // CHECK: namespace cuda { int mine(); }
#if MORE
}
#else
}
#endif
void h() { cuda::device_synchronize(); } // CHECK: void h() { musa::device_synchronize(); }
} // namespace at
namespace my { namespace cuda { int mine(); } } // CHECK: namespace my { namespace cuda { int mine(); } }
int g() { return my::cuda::mine(); } // CHECK: int g() { return my::cuda::mine(); }

// CHECK: === said, exit status {{[01]}}
