// Without a number the question is only whether this is device code.
// RUN: %port %s | FileCheck %s --match-full-lines
#if __CUDA_ARCH__ // CHECK: #if __MUSA_ARCH__
#endif
#if !__CUDA_ARCH__ && defined(__CUDACC__) // CHECK: #if !__MUSA_ARCH__ && defined(__MUSACC__)
#endif
#if (__CUDA_ARCH__) // CHECK: #if (__MUSA_ARCH__)
#endif

// CHECK: === said, exit status 0
// CHECK: by rule: mapped-name 4
// CHECK-NOT: {{.*}}numeric-macro{{.*}}
// CHECK: 0 findings
// CHECK-NOT: {{.+}}
