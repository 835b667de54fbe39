// A name that looks like CUDA's and stands in no table is told; one that the
// user declares is not.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
int cudaHelperOfMine(int N); // CHECK: int cudaHelperOfMine(int N);
#define CUDA_TRY(X) X        // CHECK: #define CUDA_TRY(X) X
#define CU_MINE 1            // CHECK: #define CU_MINE 1
struct cudaRaii { int cudaHandle; void cuReset(); }; // CHECK: struct cudaRaii { int cudaHandle; void cuReset(); };
void f(cudaRaii R) { R.cuReset(); CUDA_TRY(cudaHelperOfMine(R.cudaHandle + CU_MINE)); } // CHECK: void f(cudaRaii R) { R.cuReset(); CUDA_TRY(cudaHelperOfMine(R.cudaHandle + CU_MINE)); }
int g() {
  return cudaOfTomorrow(1); // CHECK: return cudaOfTomorrow(1);
}
#if 0
cublasBrandNew_t H; // CHECK: cublasBrandNew_t H;
CU_BRAND_NEW E;     // CHECK: CU_BRAND_NEW E;
int M = other::cudaThing + A.cudaThing + custom + cube + CUTE; // CHECK: int M = other::cudaThing + A.cudaThing + custom + cube + CUTE;
#endif

// CHECK: === said, exit status 1
// CHECK-NEXT: unknown-name.cu:11:10: warning: `cudaOfTomorrow` looks like a CUDA name, but no mapping table has it; not changed [MUSA0105 unknown-name]
// CHECK: unknown-name.cu:14:1: warning: `cublasBrandNew_t` looks like a CUDA name, but no mapping table has it; not changed [MUSA0105 unknown-name]
// CHECK: unknown-name.cu:15:1: warning: `CU_BRAND_NEW` looks like a CUDA name, but no mapping table has it; not changed [MUSA0105 unknown-name]
// CHECK: 3 findings: 3 warnings
// CHECK-NEXT: by rule: unknown-name 3
