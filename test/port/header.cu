// Includes of the SDK, in angle brackets and in quotes.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h> // CHECK: #include <musa_runtime.h>
#include "cuda.h" // CHECK: #include "musa.h"
# include <cublas_v2.h> // CHECK: # include <mublas.h>
#if 0
#include <cuda_fp16.h> // CHECK: #include <musa_fp16.h>
#endif

// CHECK: === said, exit status 0
// CHECK: by rule: header 4
// CHECK-NEXT: by engine: preprocessor 3, lexer 1
// CHECK-NEXT: 0 findings
// CHECK-NEXT: lexer-only: 1 CUDA name in 1 region that no parse saw
// CHECK-NEXT: header.cu: lines 6-8: 1 name
// CHECK-NOT: {{.+}}
