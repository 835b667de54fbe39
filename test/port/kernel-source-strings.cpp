// With --strings kernel source is ported inside of the literals, raw and plain.
// A source of which one name is spelled in two literals, or with an escape, is
// left as a whole.
// RUN: %port %s --strings | FileCheck %s --match-full-lines
const char *Raw = R"x(
#include <cuda_fp16.h>
__device__ cudaStream_t S; // "quoted" (cudaFree)
)x";
// CHECK: const char *Raw = R"x(
// CHECK-NEXT: #include <musa_fp16.h>
// CHECK-NEXT: __device__ musaStream_t S; // "quoted" (cudaFree)
// CHECK-NEXT: )x";
const char *Plain = "__device__\tcudaStream_t S;"; // CHECK: const char *Plain = "__device__\tmusaStream_t S;";
const char *Split = "__device__ cudaEvent_t E; cudaStre" // CHECK: const char *Split = "__device__ cudaEvent_t E; cudaStre"
                    "am_t S;\n";
const char *Escape = "__device__ cudaEv\145nt_t E;"; // CHECK: const char *Escape = "__device__ cudaEv\145nt_t E;";

// CHECK: === said, exit status 1
// CHECK: kernel-source-strings.cpp:14:33: warning: `cudaEvent_t` becomes `musaEvent_t` (in kernel source in a string); not changed, because not every name of the source is whole in one literal [MUSA0504 kernel-source]
// CHECK: kernel-source-strings.cpp:14:48: warning: `cudaStream_t` becomes `musaStream_t` (in {{.*}}
// CHECK: kernel-source-strings.cpp:16:34: warning: `cudaEvent_t` becomes `musaEvent_t` (in {{.*}}
// CHECK: 3 edits
