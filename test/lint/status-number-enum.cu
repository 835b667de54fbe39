// A number in the place of an enumerator whose number differs on MUSA.
// RUN: not %musify lint %s --no-config -q >%t.out
// RUN: FileCheck %s --input-file=%t.out --implicit-check-not=warning:
#include <cublas_v2.h>
#include <curand.h>
#include <cusparse.h>
cublasOperation_t plain() { return (cublasOperation_t)0; }
// CHECK: cu:[[#@LINE-1]]:55: warning: integer literal 0 used as a `cublasOperation_t`: it is `CUBLAS_OP_N` in CUDA, but `MUBLAS_OP_N` is 111 on MUSA [MUSA0601 status-number]
bool turned(cublasOperation_t Op) { return Op == 1; }
// CHECK: cu:[[#@LINE-1]]:50: warning: {{.*}}`CUBLAS_OP_T`{{.*}} is 112
bool turnedToo(cublasOperation_t Op) { return 1 == (int)Op; }
// CHECK: cu:[[#@LINE-1]]:47: warning: {{.*}}`CUBLAS_OP_T`
auto Order = static_cast<cusparseOrder_t>(2);
// CHECK: cu:[[#@LINE-1]]:43: warning: {{.*}}`CUSPARSE_ORDER_ROW`{{.*}} is 0
void use(cublasOperation_t, cublasOperation_t Op = cublasOperation_t(2));
// CHECK: cu:[[#@LINE-1]]:70: warning: {{.*}}`CUBLAS_OP_C`{{.*}} is 113
void call(bool T) { use((cublasOperation_t)(T ? 1 : 0), CUBLAS_OP_N); }
// CHECK: cu:[[#@LINE-1]]:49: warning: {{.*}}`CUBLAS_OP_T`
// CHECK: cu:[[#@LINE-2]]:53: warning: {{.*}}`CUBLAS_OP_N`
template <cublasOperation_t> struct Gemm {};
Gemm<(cublasOperation_t)1> Turned;
// CHECK: cu:[[#@LINE-1]]:25: warning: {{.*}}`CUBLAS_OP_T`
int choose(cublasFillMode_t Mode) {
  switch (Mode) {
  case 0:
  // CHECK: cu:[[#@LINE-1]]:8: warning: {{.*}}`CUBLAS_FILL_MODE_LOWER`{{.*}} is 122
    return 1;
  case CUBLAS_FILL_MODE_UPPER:
    return 2;
  default:
    return 0;
  }
}
curandRngType_t Twister = curandRngType_t(142);
// CHECK: cu:[[#@LINE-1]]:43: warning: integer literal 142 used as a {{.*}}: it is `CURAND_RNG_PSEUDO_MT19937` in CUDA; MUSA uses other numbers for this type

// Numbers that are the same, numbers of no enumerator, names, own enums.
auto Column = static_cast<cusparseOrder_t>(1);
auto Unset = static_cast<cublasOperation_t>(-1);
cublasOperation_t named(bool T) { return T ? CUBLAS_OP_T : CUBLAS_OP_N; }
cublasOperation_t passed(int I) { return (cublasOperation_t)I; }
enum HouseOp { HouseN, HouseT };
HouseOp own() { return (HouseOp)0; }
bool ownToo(HouseOp Op) { return Op == 1; }
cudaMemcpyKind kind() { return (cudaMemcpyKind)1; }
