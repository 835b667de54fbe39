// Code that declares the API itself, to live without the SDK's headers, means
// the SDK.
// RUN: %port %s | FileCheck %s --match-full-lines
typedef struct CUstream_st *cudaStream_t; // CHECK: typedef struct MUstream_st *musaStream_t;
extern "C" {
int cudaStreamSynchronize(cudaStream_t S);     // CHECK: int musaStreamSynchronize(musaStream_t S);
const char *cudaGetErrorString(int Error);     // CHECK: const char *musaGetErrorString(int Error);
}
extern "C" int cudaDeviceSynchronize();        // CHECK: extern "C" int musaDeviceSynchronize();

bool wait(cudaStream_t S) { return cudaStreamSynchronize(S) == 0; } // CHECK: bool wait(musaStream_t S) { return musaStreamSynchronize(S) == 0; }

// CHECK: === said, exit status 0
// CHECK: by engine: ast 8
// CHECK-NEXT: 0 findings
// CHECK-NOT: {{.+}}
