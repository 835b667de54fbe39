// Conditions of which Clang does not know a part.
// RUN: not %musify lint %s --no-config -q | FileCheck %s --implicit-check-not='warning: this compares'
#include <cuda_runtime.h>
void initializer(int &N) {
  cudaDeviceProp *P = missing();
  if (P->major >= 8)
    // CHECK: cu:[[#@LINE-1]]:10: warning: {{.*}}MUSA0302
    N = 1;
}
bool half(cudaDeviceProp *P) { return P->major >= 8 && missing.x; }
// CHECK: cu:[[#@LINE-1]]:42: warning: {{.*}}MUSA0302
bool limit(cudaDeviceProp *P) { return P->major >= MISSING_MAJOR; }
// CHECK: cu:[[#@LINE-1]]:43: warning: {{.*}}MUSA0302
bool none(cudaDeviceProp *P) { return P->major >= 0 && missing.x; }
bool unknown(cudaDeviceProp *P) { return P->multiProcessorCount >= MISSING_MAJOR; }
// A template that nothing instantiates.
template <class T> bool open(T Unknown) {
  auto Props = ours::properties(Unknown);
  return Props.major == 8;
  // CHECK: cu:[[#@LINE-1]]:16: warning: {{.*}}MUSA0302
}
// One that is, for what is no device.
struct Mine {
  int major;
};
template <class T> bool closed(T Prop) { return Prop.majors == 8; }
