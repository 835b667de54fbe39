// The number that an answer is compared with stands elsewhere: in an argument,
// a default, a member, a table. Two answers, a loop's end and what no number of
// the code reaches are no thresholds.
// RUN: not %musify lint %s --no-config -q -v | FileCheck %s --implicit-check-not=': warning:'
#include <algorithm>
#include <cuda_runtime.h>
struct Device {
  cudaDeviceProp P;
  int Sm = P.major * 10 + P.minor, Count = P.multiProcessorCount;
  bool atLeast(int V) const { return Sm >= V; }
  // CHECK: cu:[[#@LINE-1]]:38: warning: this compares the compute capability of an NVIDIA device, from `cudaDeviceProp`, with a number; MUSA devices use another numbering (2.1, 2.2, 3.1) [MUSA0302 capability-test]
  bool supports(int Major, int Minor) const { return P.major > Major || (P.major == Major && P.minor >= Minor); }
  // CHECK: cu:[[#@LINE-1]]:54: warning: {{.*}}from `cudaDeviceProp`{{.*}}MUSA0302
  // CHECK: cu:[[#@LINE-2]]:74: warning: {{.*}}from `cudaDeviceProp`{{.*}}MUSA0302
  // CHECK: cu:[[#@LINE-3]]:94: warning: {{.*}}from `cudaDeviceProp`{{.*}}MUSA0302
  bool hasAtLeast(int N) const { return Count >= N; }
};
bool useAll(const Device &D) { return D.atLeast(80) || D.supports(8, 6) || D.hasAtLeast(80); }
bool orNewer(const cudaDeviceProp &P, int Least = 70) { return P.major * 10 + P.minor >= Least; }
// CHECK: cu:[[#@LINE-1]]:64: warning: {{.*}}from `cudaDeviceProp`{{.*}}MUSA0302
struct Config {
  int Least = 75, Any = 0;
};
bool fits(const Config &C, const Device &D) { return D.Sm < C.Least || D.Sm == C.Any; }
// CHECK: cu:[[#@LINE-1]]:54: warning: {{.*}}from `cudaDeviceProp`{{.*}}MUSA0302
static const int Steps[] = {50, 60, 70};
int steps(const Device &D) {
  int N = 0;
  for (int Step : Steps)
    N += D.Sm >= Step;
    // CHECK: cu:[[#@LINE-1]]:10: warning: {{.*}}from `cudaDeviceProp`{{.*}}MUSA0302
  return N;
}
template <typename T> bool isNewer(const T &A, const T &B) { return A > B; }
// CHECK: cu:[[#@LINE-1]]:69: warning: {{.*}}from `cudaDeviceProp`{{.*}}MUSA0302
bool generic(const Device &D) { return isNewer(D.Sm, 80); }
template <typename... T> bool isOneOf(int Value, T... All) { return ((Value == All) || ...); }
// CHECK: cu:[[#@LINE-1]]:71: warning: {{.*}}from `cudaDeviceProp`{{.*}}MUSA0302
bool folded(const Device &D) { return isOneOf(D.Sm, 70, 75, 80); }
struct Gemm {
  static constexpr int Least = 80;
};
template <typename Kernel> bool canRun(const Device &D) { return D.Sm >= Kernel::Least; }
// CHECK: cu:[[#@LINE-1]]:66: warning: {{.*}}from `cudaDeviceProp`{{.*}}MUSA0302
bool run(const Device &D) { return canRun<Gemm>(D); }
void require(int Have, int Want) {
  if (Have < Want)
  // CHECK: cu:[[#@LINE-1]]:7: warning: {{.*}}from `cudaDeviceProp`{{.*}}MUSA0302
    throw Have;
}
void check(const Device &D, bool IsStrict) { require(D.Sm, IsStrict ? 80 : 70); }
bool runtimeIs(int Want) {
  int Version = 0;
  cudaRuntimeGetVersion(&Version);
  return Version >= Want;
  // CHECK: cu:[[#@LINE-1]]:10: warning: this compares what `cudaRuntimeGetVersion` gives with a version number of CUDA or of one of its libraries; MUSA SDKs have version numbers of their own [MUSA0303 version-test]
}
bool askRuntime() { return runtimeIs(12000); }
// None of these.
bool same(const Device &A, const Device &B) { return A.Sm == B.Sm; }
int best(const Device *All, int N) {
  int Best = 0, At = 1;
  for (int I = 0; I < N; ++I)
    if (All[I].Sm > Best)
      Best = All[I].Sm, At = I;
  return At;
}
bool given(const Device &D, int FromUser) { return D.Sm >= FromUser; }
bool askGiven(const Device &D, int (*Parse)()) { return given(D, Parse()); }
int loop(const Device &D) {
  int Sum = 0;
  for (int I = 1; I < D.Sm; ++I)
    Sum += I;
  return Sum;
}
bool isEmulated(const Device &D) { return D.Sm == 9999 && D.P.major == 9999; }
