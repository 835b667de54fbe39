// A string that is a CUDA name is followed to where it is looked up by name,
// through variables, tables and parameters.
// RUN: not %musify lint %s --no-config -q >%t.out
// RUN: FileCheck %s --input-file=%t.out --implicit-check-not=': warning: string'
#include <cuda.h>
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <string>
#include <cuda_runtime.h>
void *H;
void *direct() { return dlsym(H, "cudaMalloc"); }
// CHECK: cu:[[#@LINE-1]]:35: warning: string `cudaMalloc` is a CUDA name and reaches `dlsym`; on MUSA it is `musaMalloc`; {{.*}} [MUSA0501 string-name]
void *variable(bool B) {
  const char *Lib = B ? "libcudart.so" : "libother.so";
  // CHECK: cu:[[#@LINE-1]]:26: warning: string `libcudart.so` is a CUDA name and reaches `dlopen`
  return dlopen(Lib, 1);
}
static const struct { const char *Name; void **To; } Table[] = {
    {"cudaFree", &H},   // CHECK: cu:[[#@LINE]]:7: warning: {{.*}} reaches `dlsym`
    {"cudaMemcpy", &H}, // CHECK: cu:[[#@LINE]]:7: warning: {{.*}} reaches `dlsym`
};
void all() {
  for (const auto &Each : Table)
    *Each.To = dlsym(H, Each.Name);
}
template <typename F> F load(const std::string &Name) {
  return reinterpret_cast<F>(dlsym(H, Name.c_str()));
}
void *wrap(const char *Name) { return load<void *>(Name); }
void *parameter() { return wrap("cudaMemset"); }
// CHECK: cu:[[#@LINE-1]]:34: warning: {{.*}} reaches `dlsym`
void *argument() { return load<void *>("cudaGetDevice"); }
// CHECK: cu:[[#@LINE-1]]:41: warning: {{.*}} reaches `dlsym`
void entry(void **P, cudaDriverEntryPointQueryResult *R) {
  cudaGetDriverEntryPoint("cuMemAlloc", P, 0, R);
  // CHECK: cu:[[#@LINE-1]]:28: warning: {{.*}} reaches `cudaGetDriverEntryPoint`
}
#define DEVICES "CUDA_VISIBLE_DEVICES"
// CHECK: cu:[[#@LINE-1]]:18: warning: {{.*}} reaches `getenv`
char *environment() { return getenv(DEVICES); }
// What an enumerator is called cannot be looked up, but compared.
bool compared(const char *Name, const std::string &S) {
  return !strcmp(Name, "cudaSuccess") || S == "cudaErrorUnknown";
  // CHECK: cu:[[#@LINE-1]]:25: warning: {{.*}} reaches `strcmp`
  // CHECK: cu:[[#@LINE-2]]:48: warning: {{.*}} reaches `==`
}
// Nobody knows.
const char *Unknown = "cudaHostAlloc";
// CHECK: cu:[[#@LINE-1]]:24: warning: string `cudaHostAlloc` is a CUDA name; on
void other(const char *);
void elsewhere() { other("cudaFreeHost"); }
// CHECK: cu:[[#@LINE-1]]:27: warning: string `cudaFreeHost` is a CUDA name; on
