// `x.template name<...>()` is a member, also where no parse looks.
// RUN: %port %s | FileCheck %s --match-full-lines
#if 0
void f() {
  X.template cudaFree<int>();  // CHECK: X.template cudaFree<int>();
  Y->template cudaFree<int>(); // CHECK: Y->template cudaFree<int>();
  T::template cudaFree<int>(); // CHECK: T::template cudaFree<int>();
}
#endif

// CHECK: === said, exit status 0
// CHECK: 0 edits
// CHECK-NEXT: 0 findings
