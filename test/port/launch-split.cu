// nvcc reads a launch whose brackets are divided; Clang, and MUSA's compiler
// with it, does not. The port puts them together, and the unit has an AST.
// RUN: %port %s | FileCheck %s
#include <cuda_runtime.h>
__global__ void k(int *P);
template <typename T> __global__ void s(T *P);
template <typename T> struct Pair { static constexpr int size = 2; };
struct Mine { void cudaFree(int) {} };

void f(int *P, Mine &M, cudaStream_t S) {
  k<< <1, 2>> >(P);             // CHECK: {{^  }}k<<<1, 2>>>(P);
  k << < dim3(1), 2 >> > (P);   // CHECK: {{^  }}k <<< dim3(1), 2 >>> (P);
  k< <<1, 2> >>(P);             // CHECK: {{^  }}k<<<1, 2>>>(P);
  k< < <1, 2> > >(P);           // CHECK: {{^  }}k<<<1, 2>>>(P);
  k<<<1, 2>> >(P);              // CHECK: {{^  }}k<<<1, 2>>>(P);
  k<< <1, 2>>>(P);              // CHECK: {{^  }}k<<<1, 2>>>(P);
  s<int><< <1, 2>> >(P);        // CHECK: {{^  }}s<int><<<1, 2>>>(P);
  k<< <1, 4 >> 1, 0, S>> >(P);  // CHECK: {{^  }}k<<<1, 4 >> 1, 0, S>>>(P);
  k<< <1, sizeof(Pair<Pair<int>>)>> >(P); // CHECK: {{^  }}k<<<1, sizeof(Pair<Pair<int>>)>>>(P);
  k<< <1, Pair<Pair<int>>::size>> >(P); // CHECK: {{^  }}k<<<1, Pair<Pair<int>>::size>>>(P);
  k<< /*grid*/ <1, 2>/*block*/> >(P);
  // CHECK: {{^  }}k<<< /*grid*/ 1, 2>>>/*block*/ (P);
  k<<
      <1, cudaMemcpyDefault>>
          >(P);
  // CHECK: {{^  }}k<<<1, musaMemcpyDefault>>>(P);
  M.cudaFree(1); // CHECK: {{^  }}M.cudaFree(1);
  cudaFree(P);   // CHECK: {{^  }}musaFree(P);
}
#define RUN(K, ...)                                                            \
  do {                                                                         \
    K<< <1, 2>> >(__VA_ARGS__);                                                \
    cudaGetLastError();                                                        \
  } while (0)
// CHECK: #define RUN
// CHECK: {{^    }}K<<<1, 2>>>(__VA_ARGS__);
// CHECK: {{^    }}musaGetLastError();
void g(int *P) { RUN(k, P); }
#ifdef OTHER
void h(int *P) { k<< <1, 2>> >(P); } // CHECK: void h(int *P) { k<<<1, 2>>>(P); }
#endif

// CHECK: === said, exit status 0
// CHECK-NOT: not parsed
// CHECK: 0 findings
// CHECK-NOT: not parsed
