// Types in every place where a type may stand.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
#include <vector>

typedef cudaStream_t Stream;      // CHECK: typedef musaStream_t Stream;
using Event = cudaEvent_t;        // CHECK: using Event = musaEvent_t;
struct cudaPointerAttributes Tag; // CHECK: struct musaPointerAttributes Tag;

template <typename T, int N = sizeof(cudaExtent)> struct Box { T In; }; // CHECK: template <typename T, int N = sizeof(musaExtent)> struct Box { T In; };
Box<cudaStream_t> Boxed;                 // CHECK: Box<musaStream_t> Boxed;
std::vector<cudaEvent_t> Many;           // CHECK: std::vector<musaEvent_t> Many;
Box<Box<cudaStream_t *>> Deep;           // CHECK: Box<Box<musaStream_t *>> Deep;

cudaError_t f(void *P, cudaStream_t = 0) { // CHECK: musaError_t f(void *P, musaStream_t = 0) {
  size_t Size = sizeof(cudaDeviceProp) + alignof(cudaEvent_t); // CHECK: size_t Size = sizeof(musaDeviceProp) + alignof(musaEvent_t);
  auto S = (cudaStream_t)P;                     // CHECK: auto S = (musaStream_t)P;
  auto T = static_cast<cudaStream_t>(P);        // CHECK: auto T = static_cast<musaStream_t>(P);
  auto U = reinterpret_cast<cudaEvent_t *>(P);  // CHECK: auto U = reinterpret_cast<musaEvent_t *>(P);
  decltype(cudaFree(P)) E = cudaError_t();      // CHECK: decltype(musaFree(P)) E = musaError_t();
  auto *New = new cudaDeviceProp[2];            // CHECK: auto *New = new musaDeviceProp[2];
  auto L = [](cudaEvent_t E) -> cudaError_t { return cudaEventDestroy(E); }; // CHECK: auto L = [](musaEvent_t E) -> musaError_t { return musaEventDestroy(E); };
  for (cudaGraph_t G : {cudaGraph_t()})         // CHECK: for (musaGraph_t G : {musaGraph_t()})
    (void)G;
  return E;
}

// CHECK: === said, exit status 0
// CHECK: 23 edits
// CHECK-NEXT: by rule: mapped-name 22, header 1
// CHECK-NEXT: by engine: ast 22, preprocessor 1
// CHECK-NEXT: 0 findings
// CHECK-NOT: {{.+}}
