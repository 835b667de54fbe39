// A string that is nothing but a CUDA name is told; it usually reaches dlsym,
// dlopen or getenv.
// RUN: %port %s | FileCheck %s --match-full-lines
void *dlsym(void *, const char *);
void *dlopen(const char *, int);
extern "C" char *getenv(const char *);
void *A = dlsym(nullptr, "cudaMalloc");  // CHECK: void *A = dlsym(nullptr, "cudaMalloc");
void *B = dlopen("libcudart.so", 1);     // CHECK: void *B = dlopen("libcudart.so", 1);
char *C = getenv("CUDA_VISIBLE_DEVICES"); // CHECK: char *C = getenv("CUDA_VISIBLE_DEVICES");
#define NAME "cudaFree" // CHECK: #define NAME "cudaFree"

// CHECK: === said, exit status 1
// CHECK-NEXT: string.cu:7:27: warning: string `cudaMalloc` is a CUDA name and reaches `dlsym`; on MUSA it is `musaMalloc`; `musify port --strings` changes it [MUSA0501 string-name]
// CHECK: string.cu:8:19: warning: string `libcudart.so` is a CUDA name and reaches `dlopen`; on MUSA it is `libmusart.so`; `musify port --strings` changes it [MUSA0501 string-name]
// CHECK: string.cu:9:19: warning: string `CUDA_VISIBLE_DEVICES` is a CUDA name and reaches `getenv`; on MUSA it is `MUSA_VISIBLE_DEVICES`; `musify port --strings` changes it [MUSA0501 string-name]
// CHECK: string.cu:10:15: warning: string `cudaFree` is a CUDA name; on MUSA it is `musaFree`; `musify port --strings` changes it [MUSA0501 string-name]
// CHECK: 0 edits
// CHECK-NEXT: 4 findings: 4 warnings
