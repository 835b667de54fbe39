// What a using-declaration brings in from a dependent base is the user's.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>

template <typename T> struct Base;
template <typename T> struct Derived : Base<T> {
  using typename Base<T>::cudaEvent_t; // CHECK: using typename Base<T>::cudaEvent_t;
  using Base<T>::cudaMemset;           // CHECK: using Base<T>::cudaMemset;
  cudaEvent_t E;                       // CHECK: cudaEvent_t E;
  void f() { cudaMemset(); this->cudaFree(); } // CHECK: void f() { cudaMemset(); this->cudaFree(); }
  void g(int *P) { cudaFree(P); }      // CHECK: void g(int *P) { musaFree(P); }
};

// CHECK: === said, exit status 0
// CHECK: by engine: ast 1, preprocessor 1
// CHECK-NEXT: 0 findings
// CHECK-NOT: {{.+}}
