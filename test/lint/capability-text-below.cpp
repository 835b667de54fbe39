// By the text, comparisons that have one value on all devices of both sides are no finding, wherever the number was kept.
// RUN: not %musify lint %s --no-config -q --engine=lexer | FileCheck %s --implicit-check-not='warning: this compares'
#include <cuda_runtime.h>
bool fermi(const cudaDeviceProp &P) { return P.major < 2 || 2 > P.major || P.major <= 1; }
bool notFermi(const cudaDeviceProp &P) { return P.major >= 2; }
bool old(const cudaDeviceProp &P) { return P.major * 10 + P.minor >= 12; }
bool older(const cudaDeviceProp &P) { return (P.major * 100 + P.minor * 10) < 200; }
void plan(const cudaDeviceProp &P, Plan &Out) {
  int Version = P.major * 10 + P.minor;
  Out.Coalesce = (Version < 12);
  Out.Persistent = Version < 20;
  int Whole = Version * 10;
  Out.Old = Whole <= 130;
}
bool both(const cudaDeviceProp &P) { return P.major < 2 && P.minor < 2; }
// Some devices answer otherwise.
bool some(const cudaDeviceProp &P) { return P.major > 2; }
// CHECK: cpp:[[#@LINE-1]]:47: warning: this compares
bool is(const cudaDeviceProp &P) { return 2 == P.major; }
// CHECK: cpp:[[#@LINE-1]]:50: warning: this compares
bool kept(const cudaDeviceProp &P) {
  int Version = P.major * 10 + P.minor;
  return Version >= 30;
  // CHECK: cpp:[[#@LINE-1]]:10: warning: this compares
}
bool beside(const cudaDeviceProp &P) { return P.major >= 1 && P.minor < 2; }
// CHECK: cpp:[[#@LINE-1]]:65: warning: this compares
bool blackwell(const cudaDeviceProp &P) { return P.major >= 12; }
// CHECK: cpp:[[#@LINE-1]]:52: warning: this compares
