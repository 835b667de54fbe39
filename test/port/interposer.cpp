// A definition in place of the SDK's function is told; the strings by which it
// finds the real one change with its name.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
#include <dlfcn.h>
void *load(const char *Name) { return dlsym(RTLD_NEXT, Name); }
extern "C" cudaError_t cudaMalloc(void **P, size_t N) {      // CHECK: extern "C" musaError_t musaMalloc(void **P, size_t N) {
  using Fn = cudaError_t (*)(void **, size_t);
  auto *Real = (Fn)dlsym(RTLD_NEXT, "cudaMalloc");           // CHECK: auto *Real = (Fn)dlsym(RTLD_NEXT, "musaMalloc");
  return Real(P, N);
}
extern "C" {
cudaError_t cudaFree(void *P) {                              // CHECK: musaError_t musaFree(void *P) {
  auto *Real = (cudaError_t (*)(void *))load("cudaFree");    // CHECK: auto *Real = (musaError_t (*)(void *))load("musaFree");
  return Real(P);
}
cudaError_t counted(void *) __attribute__((alias("cudaFree"))); // CHECK: musaError_t counted(void *) __attribute__((alias("musaFree")));
}
// Another name is as any string.
void *Other = dlsym(RTLD_NEXT, "cudaMemset");                // CHECK: void *Other = dlsym(RTLD_NEXT, "cudaMemset");
const char *Shown = "cudaMalloc";                            // CHECK: const char *Shown = "cudaMalloc";

// CHECK: === said, exit status 1
// CHECK: interposer.cpp:7:24: warning: `cudaMalloc` is a CUDA function, and your code defines it in the SDK's place; a port renames it to `musaMalloc`, with the strings that `dlsym` finds it by; check that MUSA's library has this symbol with these parameters [MUSA0505 interposer]
// CHECK: interposer.cpp:13:13: warning: `cudaFree` is a CUDA function, {{.*}} [MUSA0505 interposer]
// CHECK: interposer.cpp:20:33: warning: string `cudaMemset` is a CUDA name and reaches `dlsym`; {{.*}} [MUSA0501 string-name]
// CHECK: interposer.cpp:21:22: warning: string `cudaMalloc` is a CUDA name; {{.*}} [MUSA0501 string-name]
// CHECK: 4 findings: 4 warnings
