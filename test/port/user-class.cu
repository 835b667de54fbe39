// A class of the user, with constructors, deduction and all that repeats its
// name.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>

namespace my {
struct cudaStream_t { // CHECK: struct cudaStream_t {
  cudaStream_t(); // CHECK: cudaStream_t();
  explicit cudaStream_t(int); // CHECK: explicit cudaStream_t(int);
  ~cudaStream_t(); // CHECK: ~cudaStream_t();
  cudaStream_t &operator=(const cudaStream_t &); // CHECK: cudaStream_t &operator=(const cudaStream_t &);
};
cudaStream_t::cudaStream_t() {}  // CHECK: cudaStream_t::cudaStream_t() {}
cudaStream_t::~cudaStream_t() {} // CHECK: cudaStream_t::~cudaStream_t() {}
struct D : cudaStream_t { using cudaStream_t::cudaStream_t; D() : cudaStream_t(1) {} }; // CHECK: struct D : cudaStream_t { using cudaStream_t::cudaStream_t; D() : cudaStream_t(1) {} };
template <typename T> struct cudaArray_t { cudaArray_t(T); cudaArray_t *Next; }; // CHECK: template <typename T> struct cudaArray_t { cudaArray_t(T); cudaArray_t *Next; };
template <typename T> cudaArray_t(T *) -> cudaArray_t<T>; // CHECK: template <typename T> cudaArray_t(T *) -> cudaArray_t<T>;
cudaArray_t Deduced(3); // CHECK: cudaArray_t Deduced(3);
void destroy(cudaStream_t *P) { P->~cudaStream_t(); } // CHECK: void destroy(cudaStream_t *P) { P->~cudaStream_t(); }
} // namespace my
cudaStream_t Real; // CHECK: musaStream_t Real;
my::cudaStream_t Mine; // CHECK: my::cudaStream_t Mine;

// CHECK: === said, exit status 0
// CHECK: by engine: ast 1, preprocessor 1
// CHECK-NEXT: 0 findings
// CHECK-NOT: {{.+}}
