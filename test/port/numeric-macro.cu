// A version or architecture number of CUDA's means something else on MUSA: the
// comparison stays and a person is told.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
#if __CUDA_ARCH__ >= 800 // CHECK: #if __CUDA_ARCH__ >= 800
#endif
#if CUDART_VERSION < 11000 // CHECK: #if CUDART_VERSION < 11000
#endif
#if 800 <= __CUDA_ARCH__ // CHECK: #if 800 <= __CUDA_ARCH__
#endif
#if (__CUDA_ARCH__) == 700 // CHECK: #if (__CUDA_ARCH__) == 700
#endif
#if defined(__CUDA_ARCH__) && (__CUDA_ARCH__ >= 530) // CHECK: #if defined(__CUDA_ARCH__) && (__CUDA_ARCH__ >= 530)
#endif
#if CUDART_VERSION / 1000 == 12 // CHECK: #if CUDART_VERSION / 1000 == 12
#endif
int f() { return CUDART_VERSION >= 12000; } // CHECK: int f() { return CUDART_VERSION >= 12000; }

// CHECK: === said, exit status 1
// CHECK-NEXT: numeric-macro.cu:5:5: warning: `__CUDA_ARCH__` is a CUDA version or architecture number; `__MUSA_ARCH__` uses another numbering; not changed; the condition is then false on MUSA, true on sm_80 with CUDA 12.8, sm_90 with CUDA 13.0, sm_121 with CUDA 13.0 [MUSA0301 numeric-macro]
// CHECK: numeric-macro.cu:7:5: warning: `CUDART_VERSION` is a CUDA version or architecture number; `MUSART_VERSION` uses another numbering; not changed; the condition is then true on MUSA, false on all CUDA devices [MUSA0301 numeric-macro]
// CHECK: numeric-macro.cu:9:12: warning: `__CUDA_ARCH__` {{.*}} [MUSA0301 numeric-macro]
// CHECK: numeric-macro.cu:11:6: warning: `__CUDA_ARCH__` {{.*}} [MUSA0301 numeric-macro]
// CHECK: numeric-macro.cu:13:32: warning: `__CUDA_ARCH__` {{.*}} [MUSA0301 numeric-macro]
// CHECK: numeric-macro.cu:15:5: warning: `CUDART_VERSION` {{.*}} [MUSA0301 numeric-macro]
// CHECK: numeric-macro.cu:17:18: warning: `CUDART_VERSION` is a CUDA version or architecture number; `MUSART_VERSION` uses another numbering; not changed [MUSA0301 numeric-macro]
// CHECK: by rule: header 1
// CHECK-NEXT: by engine: preprocessor 1
// CHECK-NEXT: 7 findings: 7 warnings
// CHECK-NEXT: by rule: numeric-macro 7
// CHECK-NOT: {{.+}}
