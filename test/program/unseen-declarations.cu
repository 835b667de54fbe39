// Where no parse looks, a name belongs to the declaration around it.
// RUN: %port %s | FileCheck %s --match-full-lines
// RUN: %port %s --engine=lexer | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
#if defined(HOUSE_LEGACY)
enum class Old { cudaSuccess }; // CHECK: enum class Old { cudaSuccess };
#endif
#ifdef _WIN32
struct Arena {
  void *cudaMalloc(size_t N); // CHECK: void *cudaMalloc(size_t N);
  void cudaFree(void *P) { ::cudaFree(P); } // CHECK: void cudaFree(void *P) { ::musaFree(P); }
  void drop(void *P) { cudaFree(P); } // CHECK: void drop(void *P) { cudaFree(P); }
  cudaStream_t Stream; // CHECK: musaStream_t Stream;
};
void *Arena::cudaMalloc(size_t N) { // CHECK: void *Arena::cudaMalloc(size_t N) {
  void *P = nullptr;
  ::cudaMalloc(&P, N); // CHECK: ::musaMalloc(&P, N);
  cudaFree(nullptr); // CHECK: cudaFree(nullptr);
  return P;
}
struct Other : Arena {
  void go(void *P) { cudaFree(P); } // CHECK: void go(void *P) { cudaFree(P); }
};
void use(Arena &A) { A.cudaFree(A.cudaMalloc(4)); } // CHECK: void use(Arena &A) { A.cudaFree(A.cudaMalloc(4)); }
template <class T> struct Holder {
  void cudaFree(T *P); // CHECK: void cudaFree(T *P);
  void drop(T *P);
};
template <class T> void Holder<T>::drop(T *P) { cudaFree(P); } // CHECK: template <class T> void Holder<T>::drop(T *P) { cudaFree(P); }
enum class Code { cudaSuccess, cudaErrorUnknown }; // CHECK: enum class Code { cudaSuccess, cudaErrorUnknown };
bool ok(Code C) { return C == Code::cudaSuccess; } // CHECK: bool ok(Code C) { return C == Code::cudaSuccess; }
bool fine(cudaError_t E) { return E == cudaSuccess; } // CHECK: bool fine(musaError_t E) { return E == musaSuccess; }
namespace house {
int cudaFree(int Slot) { return Slot; } // CHECK: int cudaFree(int Slot) { return Slot; }
int both(void *P) { ::cudaFree(P); return cudaFree(3); } // CHECK: int both(void *P) { ::musaFree(P); return cudaFree(3); }
}
int parameter(int cudaError, Arena &cudaArray) { // CHECK: int parameter(int cudaError, Arena &cudaArray) {
  int cudaEvent = cudaError * 2, cudaDevice; // CHECK: int cudaEvent = cudaError * 2, cudaDevice;
  for (int cudaStream = 0; cudaStream < 3; ++cudaStream) // CHECK: for (int cudaStream = 0; cudaStream < 3; ++cudaStream)
    cudaDevice += cudaStream; // CHECK: cudaDevice += cudaStream;
  return cudaEvent + cudaDevice; // CHECK: return cudaEvent + cudaDevice;
}
using cudaPitchedPtr = int; // CHECK: using cudaPitchedPtr = int;
cudaPitchedPtr Pitch; // CHECK: cudaPitchedPtr Pitch;
#endif
