// A class whose base's header is missing: a call that does not fit the SDK's
// function may be the base's member and is reported; one that fits is ported,
// as is one with an argument that only the base declares.
// RUN: %port %s | FileCheck %s
#include "gone/node.h"
#include <cuda_runtime.h>
struct Node : gone::Base<int, 2> {
  void clear() { cudaMemset(3); }         // CHECK: void clear() { cudaMemset(3); }
  void plain(void *P) { cudaFree(P); }    // CHECK: void plain(void *P) { musaFree(P); }
  void member() { cudaMalloc(&Buffer, 4); } // CHECK: void member() { musaMalloc(&Buffer, 4); }
};
struct Derived : Node {
  void clear() { [&] { cudaMemset(3); }(); } // CHECK: void clear() { [&] { cudaMemset(3); }(); }
};
struct Known {
  void clear() { cudaMemset(3); }         // CHECK: void clear() { musaMemset(3); }
};
struct BelowKnown final : Known {
  void clear() { cudaMemset(3); }         // CHECK: void clear() { musaMemset(3); }
};
// CHECK: === said, exit status 1
// CHECK: unknown-base.cpp:8:18: warning: {{.*}}[MUSA{{[0-9]+}} ambiguous-name]
// CHECK: unknown-base.cpp:13:24: warning: {{.*}}[MUSA{{[0-9]+}} ambiguous-name]
// CHECK-NOT: warning:
