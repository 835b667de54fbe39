// A record of the capability is compared by an operator of the project's with
// one that is made of numbers.
// RUN: not %musify lint %s --no-config -q -v | FileCheck %s --implicit-check-not=': warning:'
#include <compare>
#include <cuda_runtime.h>
struct Capability {
  int Major, Minor;
  bool operator<(const Capability &O) const { return Major < O.Major || (Major == O.Major && Minor < O.Minor); }
};
Capability of(const cudaDeviceProp &P) { return {P.major, P.minor}; }
static const Capability Ampere = {8, 0};
bool less(const cudaDeviceProp &P) { return of(P) < Capability{7, 5} || of(P) < Ampere; }
// CHECK: cu:[[#@LINE-1]]:45: warning: this compares the compute capability of an NVIDIA device, from `cudaDeviceProp`, with a number; MUSA devices use another numbering (2.1, 2.2, 3.1) [MUSA0302 capability-test]
// CHECK: cu:[[#@LINE-2]]:73: warning: {{.*}}from `cudaDeviceProp`{{.*}}MUSA0302
struct Ordered {
  int Major, Minor;
  auto operator<=>(const Ordered &) const = default;
};
bool ordered(const cudaDeviceProp &P) { return Ordered{P.major, P.minor} >= Ordered{8, 0}; }
// CHECK: cu:[[#@LINE-1]]:48: warning: {{.*}}from `cudaDeviceProp`{{.*}}MUSA0302
// None of these.
bool either(const cudaDeviceProp &P, const cudaDeviceProp &Q) { return of(P) < of(Q); }
struct Key {
  int Major, Minor, Size;
  bool operator==(const Key &) const = default;
};
bool isCached(const cudaDeviceProp &P, const Key &K) { return Key{P.major, P.minor, 3} == K; }
struct Release {
  int Major, Minor;
  auto operator<=>(const Release &) const = default;
};
bool own(const Release &R) { return R >= Release{2, 0}; }
