// Code that knows how long a struct of the SDK is, or what its bytes mean. What
// goes for a struct of any layout is no finding.
// RUN: not %musify lint %s --no-config -q --fail-on note >%t.out
// RUN: FileCheck %s --input-file=%t.out --implicit-check-not='[MUSA0602'
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <cuComplex.h>
#include <cuda.h>
#include <cuda_runtime.h>
static_assert(sizeof(cudaDeviceProp) == 1008, "changed");
// CHECK: cu:[[#@LINE-1]]:15: warning: the size of `cudaDeviceProp` is compared with a number; MUSA's struct may differ in size and order from CUDA's [MUSA0602 struct-layout]
size_t at() { return offsetof(cudaDeviceProp, major); }
// CHECK: cu:[[#@LINE-1]]:22: warning: `offsetof` asks for the offset of a member of `cudaDeviceProp`;{{.*}} [MUSA0602 struct-layout]
const char *bytes(const cudaDeviceProp &P) { return (const char *)&P; }
// CHECK: cu:[[#@LINE-1]]:53: warning: `cudaDeviceProp` is reinterpreted as raw bytes;{{.*}} [MUSA0602 struct-layout]
const int *words(const cudaPointerAttributes *A) {
  return reinterpret_cast<const int *>(A);
  // CHECK: cu:[[#@LINE-1]]:10: warning: `cudaPointerAttributes` is reinterpreted as raw bytes;{{.*}} [MUSA0602 struct-layout]
}
void copy(char *To, const cudaDeviceProp &P) {
  memcpy(To, &P, sizeof P);
  // CHECK: cu:[[#@LINE-1]]:3: warning: `cudaDeviceProp` is copied as raw bytes;{{.*}} [MUSA0602 struct-layout]
}
void save(FILE *F, const cudaDeviceProp &P) { fwrite(&P, sizeof P, 1, F); }
// CHECK: cu:[[#@LINE-1]]:47: warning: `fwrite` takes `cudaDeviceProp` as raw bytes;{{.*}} [MUSA0602 struct-layout]
cudaStream_t perThread() { return (cudaStream_t)2; }
// CHECK: cu:[[#@LINE-1]]:35: warning: the number 2 is converted to `cudaStream_t`; which numbers are handles is internal to CUDA [MUSA0602 struct-layout]
uintptr_t key(cudaStream_t S) { return (uintptr_t)S; }
// CHECK: cu:[[#@LINE-1]]:40: note: handle `cudaStream_t` is converted to a number;{{.*}} [MUSA0602 struct-layout]
char inner(const cudaIpcMemHandle_t &H) { return H.reserved[3]; }
// CHECK: cu:[[#@LINE-1]]:52: note: this field is internal to `cudaIpcMemHandle_st`;{{.*}} [MUSA0602 struct-layout]

// Any layout will do.
void clear(cudaDeviceProp &P, cudaMemcpy3DParms &M) {
  memset(&P, 0, sizeof(P));
  memset(&M, 0, sizeof(cudaMemcpy3DParms));
}
void assign(cudaDeviceProp *A, const cudaDeviceProp &B) {
  memcpy(A, &B, sizeof(cudaDeviceProp));
  void *P = A;
  cudaMalloc(&P, sizeof(cudaDeviceProp) * 2);
}
bool isSame() { return sizeof(cudaDeviceProp) == sizeof(cudaPointerAttributes); }
// Made to be carried as bytes.
void carry(char *To, const cudaIpcMemHandle_t &H) {
  memcpy(To, &H, sizeof H);
  fwrite(&H, sizeof H, 1, stdout);
  To = (char *)&H;
}
// The same everywhere.
void numbers(char *To, const cuComplex &C, const dim3 &D, const float4 &F) {
  To = (char *)&C;
  memcpy(To, &D, sizeof D);
  fwrite(&F, sizeof F, 1, stdout);
}
static_assert(sizeof(float4) == 16 && sizeof(dim3) == 12, "vectors");
cudaStream_t none() { return (cudaStream_t)0; }
int number(CUdevice D) { return (int)D; }
// The project's own.
struct Settings { int Bytes[4]; char reserved[4]; };
static_assert(sizeof(Settings) == 20, "packed");
void mine(FILE *F, const Settings &S) { fwrite(&S, sizeof S, 1, F); }
