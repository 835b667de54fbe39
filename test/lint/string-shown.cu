// A CUDA name in a string that people read is a note: printed, thrown, or the
// name of an enumerator or a type, which no look-up finds.
// RUN: %musify lint %s --no-config -q
// RUN: %musify lint %s --no-config -q -v >%t.out
// RUN: grep -c 'note: string .* \[MUSA0501' %t.out | FileCheck %s --check-prefix=NUMBER
// NUMBER: 8
#include <cuda_runtime.h>
#include <iostream>
#include <stdexcept>
#include <stdio.h>
const char *name(cudaError_t E) {
  switch (E) {
  case cudaErrorUnknown:
    return "cudaErrorUnknown";
  default:
    return "cudaError_t";
  }
}
const char *Modes[] = {"cudaDeviceScheduleSpin", "cudaDeviceScheduleYield"};
void failed(const char *What) { fprintf(stderr, "%s failed\n", What); }
void check(cudaError_t E, const char *What) {
  if (E != cudaSuccess)
    failed(What);
}
#define CHECKED(E, Name)                                                       \
  if (E) std::cerr << "failed: " << Name << "\n"
void f(void *P) {
  CHECKED(cudaFree(P), "cudaFree");
  check(cudaFree(P), "cudaFreeAsync");
  printf("%s\n", "cudaMalloc");
  if (!P)
    throw std::runtime_error("cudaGetDeviceCount");
}
