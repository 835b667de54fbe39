// `CUDA` of an enum that only looks like PyTorch's stays. Below a namespace that
// no parse saw it may be PyTorch's under another name: a person is asked.
// RUN: %port %s | FileCheck %s
#include <torch/extension.h>
namespace own { enum class DeviceType { CPU, CUDA }; }
bool f(own::DeviceType T) { return T == own::DeviceType::CUDA; }
bool g(int T) { return T == hidden::DeviceType::CUDA; }
bool h(c10::DeviceType T) { return T == DeviceType::CUDA; }
// CHECK: return T == own::DeviceType::CUDA;
// CHECK: return T == hidden::DeviceType::CUDA;
// CHECK: return T == DeviceType::PrivateUse1;
// CHECK: === said, exit status 1
// CHECK-NOT: enums-of-others.cu:6
// CHECK: enums-of-others.cu:7:49: warning: `CUDA` may be yours or the SDK's here; not changed [MUSA0107 ambiguous-name]
