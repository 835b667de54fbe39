// A launch where no parse looks.
// RUN: %port %s | FileCheck %s --match-full-lines --check-prefixes=CHECK,CHECK-NATIVE
// RUN: %port %s --launch=api | FileCheck %s --match-full-lines --check-prefixes=CHECK,CHECK-API
#if 0
void f(int *P) {
  k<<<1, cudaMemcpyDefault>>>(P);
  // CHECK-NATIVE: k<<<1, musaMemcpyDefault>>>(P);
  // CHECK-API: [&] { auto *musifyKernel = k; {{.*}} = dim3( musaMemcpyDefault); return musaLaunchKernelEx(&musifyConfig, musifyKernel, P); }();
}
#endif

// CHECK: === said, exit status 0
// CHECK: 0 findings
