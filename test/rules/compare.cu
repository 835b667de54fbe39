// A threshold: the number of a comparison is ported by a rule alone.
// RUN: %port %s --mapping %S/Inputs/thresholds.json | FileCheck %s --match-full-lines
#if __CUDA_ARCH__ >= 800 // CHECK: #if __MUSA_ARCH__ >= 220
#endif
#if defined(__CUDA_ARCH__) && 800 > (__CUDA_ARCH__) // CHECK: #if defined(__MUSA_ARCH__) && __MUSA_ARCH__ < 220
#endif
#if __CUDA_ARCH__ >= 700 // CHECK: #if __CUDA_ARCH__ >= 700
#endif
#if __CUDA_ARCH__ > 800 + 1 // CHECK: #if __MUSA_ARCH__ > 220 + 1
#endif

// CHECK: === said, exit status 1
// CHECK-NEXT: compare.cu:7:5: warning: `__CUDA_ARCH__` {{.*}} [MUSA0301 numeric-macro]
// CHECK: 1 finding: 1 warning
