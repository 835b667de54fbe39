// A launch in a macro's body, the kernel given or passed.
// RUN: %port %s --launch=api | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
__global__ void k(int *P);
#define RUN(...) k<<<1, 1>>>(__VA_ARGS__)
// CHECK: #define RUN(...) [&] { auto *musifyKernel = k; musaLaunchConfig_t {{.*}} return musaLaunchKernelEx(&musifyConfig, musifyKernel, __VA_ARGS__); }()
#define RUN_ANY(K, ...)                                                        \
  do {                                                                         \
    K<<<1, 2>>>(__VA_ARGS__);                                                  \
    cudaGetLastError();                                                        \
  } while (0)
// CHECK: [&] { auto *musifyKernel = K; musaLaunchConfig_t {{.*}} return musaLaunchKernelEx(&musifyConfig, musifyKernel, __VA_ARGS__); }(); {{ *}}\
// CHECK-NEXT: musaGetLastError(); {{ *}}\
#define RUN_PARENTHESISED(K) (K)<<<1, 3>>>(nullptr)
// CHECK: #define RUN_PARENTHESISED(K) [&] { auto *musifyKernel = (K); musaLaunchConfig_t {{.*}} return musaLaunchKernelEx(&musifyConfig, musifyKernel, nullptr); }()

void f(int *P) {
  RUN(P);
  RUN_ANY(k, P);
  RUN_PARENTHESISED(k);
}

// CHECK: === said, exit status 0
// CHECK: 0 findings
// CHECK-NOT: {{.+}}
