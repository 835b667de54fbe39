// Kernel source in string literals is told at its place, through escapes and
// adjacent literals, and is left as it is.
// RUN: %port %s | FileCheck %s --match-full-lines --implicit-check-not='[MUSA0501 string-name]'
const char *Plain =
    "#include <cuda_fp16.h>\n"                                 // CHECK: {{.*}}<cuda_fp16.h>\n"
    "extern \"C\" __global__ void k(cudaTextureObject_t T) {\n" // CHECK-NEXT: {{.*}}cudaTextureObject_t T) {\n"
    "\t\x61sm(\"mov.u32 %0, %%laneid;\" : \"=r\"(L));\n"
    "}\n";
const char *Raw = R"x(
__device__ cudaStream_t S; )x"; // CHECK: __device__ cudaStream_t S; )x";

// CHECK: === said, exit status 1
// CHECK: kernel-source.cpp:5:16: warning: `cuda_fp16.h` becomes `musa_fp16.h` (in kernel source in a string); not changed; `musify port --strings` changes it [MUSA0504 kernel-source]
// CHECK: kernel-source.cpp:6:37: warning: `cudaTextureObject_t` becomes `musaTextureObject_t` (in kernel source in a string); not changed; `musify port --strings` changes it [MUSA0504 kernel-source]
// CHECK: kernel-source.cpp:7:8: error: MUSA's compiler may compile inline PTX to wrong values: {{.*}} (in kernel source in a string) [MUSA0401 inline-ptx]
// CHECK: kernel-source.cpp:10:12: warning: `cudaStream_t` becomes `musaStream_t` (in kernel source in a string); not changed; `musify port --strings` changes it [MUSA0504 kernel-source]
// CHECK: 0 edits
