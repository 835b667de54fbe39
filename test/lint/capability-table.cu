// The capability is looked up in a table of NVIDIA's.
// RUN: not %musify lint %s --no-config -q -v | FileCheck %s --implicit-check-not=': warning:'
#include <cuda_runtime.h>
int coresOf(int Major, int Minor) {
  struct {
    int Sm, Cores;
  } Table[] = {{0x70, 64}, {0x80, 64}, {-1, -1}};
  for (int I = 0; Table[I].Sm != -1; ++I)
    if (Table[I].Sm == ((Major << 4) + Minor))
      // CHECK: cu:[[#@LINE-1]]:24: warning: {{.*}}from `cudaDeviceProp`{{.*}}MUSA0302
      return Table[I].Cores;
  return 0;
}
static const int Known[] = {70, 75, 80};
bool isKnown(const cudaDeviceProp &P) {
  int Numbers[4] = {};
  for (int I = 0; I < 3; ++I)
    if (Known[I] == P.major * 10 + P.minor || Numbers[I] == P.major)
      // CHECK: cu:[[#@LINE-1]]:23: warning: {{.*}}MUSA0302
      return coresOf(P.major, P.minor) == 64;
  return false;
}
bool same(const cudaDeviceProp *P) { return P[0].major == P[1].major; }
