// --strings changes strings that are a CUDA name as a whole, of every form.
// RUN: %port %s --strings | FileCheck %s --match-full-lines
const char *A = "cudaMalloc";               // CHECK: const char *A = "musaMalloc";
const char *B = R"(cudaFree)";              // CHECK: const char *B = R"(musaFree)";
const char *C = R"x(cudaSuccess)x";         // CHECK: const char *C = R"x(musaSuccess)x";
const char *D = u8"cudaMemcpy";             // CHECK: const char *D = u8"musaMemcpy";
const wchar_t *E = L"cudaStream_t";         // CHECK: const wchar_t *E = L"musaStream_t";
const char16_t *F = u"cudaFree";            // CHECK: const char16_t *F = u"musaFree";
const char *G = "libcudart.so";             // CHECK: const char *G = "libmusart.so";
const char *H = "CUDA_VISIBLE_DEVICES";     // CHECK: const char *H = "MUSA_VISIBLE_DEVICES";

// CHECK: === said, exit status 0
// CHECK: 8 edits
// CHECK-NEXT: by rule: string-name 8
// CHECK: 0 findings
