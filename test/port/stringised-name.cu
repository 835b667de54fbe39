// A macro that only makes a string of a name: treated like the string itself.
// What the macro also uses as code is ported as everywhere.
// RUN: %port %s | FileCheck %s --match-full-lines
// RUN: %port %s --strings | FileCheck %s --match-full-lines --check-prefix=CHANGED
#include <cuda_runtime.h>
#define STR(X) STR2(X)
#define STR2(X) #X
#define CHECKED(X) log(X, #X)
void log(cudaError_t, const char *);
void *dlsym(void *, const char *);
void f(void *P) {
  dlsym(P, STR(cudaMalloc));  // CHECK: dlsym(P, STR(cudaMalloc));
  // CHANGED: dlsym(P, STR(musaMalloc));
  CHECKED(cudaErrorUnknown);  // CHECK: CHECKED(musaErrorUnknown);
}

// CHECK: === said, exit status 1
// CHECK-NEXT: stringised-name.cu:12:16: warning: string `cudaMalloc` is a CUDA name and reaches `dlsym`; on MUSA it is `musaMalloc`; `musify port --strings` changes it [MUSA0501 string-name]
// CHECK: 1 finding: 1 warning
