// The capability is looked up in a table that lists numbers. A cache has none
// of its own, and an index of a device is no capability.
// RUN: not %musify lint %s --no-config -q -v | FileCheck %s --implicit-check-not=': warning:'
#include <algorithm>
#include <cuda_runtime.h>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>
int smOf(int D) {
  cudaDeviceProp P;
  cudaGetDeviceProperties(&P, D);
  return P.major * 10 + P.minor;
}
static const int CoresOfMajor[] = {0, 8, 32, 192, 0, 128, 64};
int cores(const cudaDeviceProp &P) { return CoresOfMajor[P.major]; }
// CHECK: cu:[[#@LINE-1]]:58: warning: this looks up the compute capability of an NVIDIA device, from `cudaDeviceProp`, in a table; MUSA devices use another numbering (2.1, 2.2, 3.1) [MUSA0302 capability-test]
static const std::map<int, int> Cores = {{70, 64}, {80, 64}};
int found() { return Cores.find(smOf(0))->second; }
// CHECK: cu:[[#@LINE-1]]:33: warning: {{.*}}looks up{{.*}}MUSA0302
static const std::unordered_map<int, const char *> Names = {{70, "volta"}, {80, "ampere"}};
const char *named() { return Names.at(smOf(0)); }
// CHECK: cu:[[#@LINE-1]]:39: warning: {{.*}}looks up{{.*}}MUSA0302
bool listed() {
  static const std::set<int> Known = {70, 75, 80};
  std::vector<int> Old = {50, 60};
  int Sm = smOf(0);
  return Known.count(Sm) || std::find(Old.begin(), Old.end(), Sm) != Old.end();
  // CHECK: cu:[[#@LINE-1]]:22: warning: {{.*}}looks up{{.*}}MUSA0302
  // CHECK: cu:[[#@LINE-2]]:63: warning: {{.*}}looks up{{.*}}MUSA0302
}
static const std::pair<int, int> Pairs[] = {{70, 64}, {80, 64}};
int paired(int Sm) {
  for (auto &Each : Pairs)
    if (Each.first == Sm)
    // CHECK: cu:[[#@LINE-1]]:23: warning: this compares the compute capability of an NVIDIA device, from `cudaDeviceProp`, with a number; MUSA devices use another numbering (2.1, 2.2, 3.1) [MUSA0302 capability-test]
      return Each.second;
  return 0;
}
int askPaired() { return paired(smOf(0)); }
std::map<int, int> SmOfDevice;
void remember(int D) { SmOfDevice.emplace(D, smOf(D)); }
bool remembered(int D) {
  auto It = SmOfDevice.find(D);
  return It != SmOfDevice.end() && It->second >= 80;
  // CHECK: cu:[[#@LINE-1]]:36: warning: {{.*}}from `cudaDeviceProp`{{.*}}MUSA0302
}
// None of these.
std::map<int, void *> Modules;
void *module() { return Modules[smOf(0)]; }
static const int Weights[] = {1, 2, 3};
int weight(int Device) { return Weights[Device] + (Modules.size() > 8); }
