// A string that a constructor keeps in a field follows the field: only printed, it
// is a note; looked at otherwise, a warning.
// RUN: not %musify lint --no-config %s 2>&1 | FileCheck %s
#include <cuda_runtime.h>
#include <stdio.h>
struct Timer {
  const char *Label;
  explicit Timer(const char *L) : Label(L) {}
  ~Timer() { printf("%s\n", Label); }
};
void *find(const char *Name);
struct Finder {
  const char *Label;
  explicit Finder(const char *L) : Label(L) {}
  void *get() const { return find(Label); }
};
struct Both {
  const char *Label;
  explicit Both(const char *L) : Label(L) {}
  void print() const { printf("%s\n", Label); }
  void *get() const { return find(Label); }
};
struct Unused {
  const char *Label;
  explicit Unused(const char *L) : Label(L) {}
};
void go(void *P) {
  Timer T("cudaFree");
  Finder F("cudaMalloc");
  Both B("cudaMemcpy");
  Unused U("cudaMemset");
  cudaFree(P);
}
// CHECK-NOT: string `cudaFree`
// CHECK: string-kept.cpp:[[#@LINE-6]]:13: warning: string `cudaMalloc` is a CUDA name; {{.*}}[MUSA0501 string-name]
// CHECK: string-kept.cpp:[[#@LINE-6]]:11: warning: string `cudaMemcpy` is a CUDA name
// CHECK: string-kept.cpp:[[#@LINE-6]]:13: warning: string `cudaMemset` is a CUDA name
