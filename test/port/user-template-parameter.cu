// Template parameters of every kind are the user's.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>

template <typename cudaStream_t> cudaStream_t pass(cudaStream_t X) { return X; } // CHECK: template <typename cudaStream_t> cudaStream_t pass(cudaStream_t X) { return X; }
template <int cudaMalloc> int constant() { return cudaMalloc; } // CHECK: template <int cudaMalloc> int constant() { return cudaMalloc; }
template <template <class> class cudaEvent_t> struct Of { cudaEvent_t<int> E; }; // CHECK: template <template <class> class cudaEvent_t> struct Of { cudaEvent_t<int> E; };
template <typename... cudaGraph_t> int count(cudaGraph_t... Xs) { return sizeof...(cudaGraph_t); } // CHECK: template <typename... cudaGraph_t> int count(cudaGraph_t... Xs) { return sizeof...(cudaGraph_t); }
cudaStream_t S; // CHECK: musaStream_t S;

// CHECK: === said, exit status 0
// CHECK: by engine: ast 1, preprocessor 1
// CHECK-NEXT: 0 findings
// CHECK-NOT: {{.+}}
