// In C a number becomes an enumerator without a cast.
// RUN: not %musify lint %s --no-config -q >%t.out
// RUN: FileCheck %s --input-file=%t.out --implicit-check-not=warning:
#include <cublas_v2.h>
void use(cublasOperation_t Op);
void call(void) {
  cublasOperation_t Op = 1;
  // CHECK: c:[[#@LINE-1]]:26: warning: {{.*}}`CUBLAS_OP_T`
  use(0);
  // CHECK: c:[[#@LINE-1]]:7: warning: {{.*}}`CUBLAS_OP_N`
  use(CUBLAS_OP_N);
  use(Op);
}
