// Names that say what they hold, in code that no parse saw.
// RUN: not %musify lint %s --no-config -q --engine=lexer | FileCheck %s --implicit-check-not='warning: this compares'
#include <cuda_runtime.h>
#include <utility>
bool turing(const Param *P) { return P->compute_capability.first >= 7; }
// CHECK: cpp:[[#@LINE-1]]:41: warning: this compares the compute capability of an NVIDIA device, from `compute_capability`, with a number{{.*}}MUSA0302
bool ampere(const Gpu &G) { return G.getComputeCapability(0) == 80; }
// CHECK: cpp:[[#@LINE-1]]:38: warning: this compares
bool both(const Gpu &G) { return G.computeCapability > 8 && G.memory > 8; }
// CHECK: cpp:[[#@LINE-1]]:36: warning: this compares
// No number of a device, none at all, and what is asked for.
bool none(const Gpu &G) { return G.computeCapability == 0 || G.computeCapability > 9000; }
bool least(const Gpu &G, int N) { return minComputeCapability > 7 || requiredComputeCapability > 7; }
bool ofOthers(const Gpu &G) { return G.computeCapability >= VER_GEN9; }
void print(const Gpu &G) { show(G.computeCapability, 8); }
