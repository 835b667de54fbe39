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
void go(void *P) {
  Timer T("cudaFree");
  Finder F("cudaMalloc");
  cudaFree(P);
}
// CHECK-NOT: string-kept.cpp:18:{{.*}}warning
// CHECK: string-kept.cpp:19:13: warning: string `cudaMalloc` is a CUDA name; {{.*}}[MUSA0501 string-name]
