// `#ifdef` and `defined` of CUDA's macros follow.
// RUN: %port %s | FileCheck %s --match-full-lines
#ifdef __CUDACC__ // CHECK: #ifdef __MUSACC__
#define DEVICE __device__
#endif
#ifndef __CUDA_ARCH__ // CHECK: #ifndef __MUSA_ARCH__
#endif
#if defined(__CUDACC__) && !defined(__CUDA_ARCH__) // CHECK: #if defined(__MUSACC__) && !defined(__MUSA_ARCH__)
#elif defined __CUDA_ARCH__ // CHECK: #elif defined __MUSA_ARCH__
#endif
#if 0
#if defined(__CUDACC__) // CHECK: #if defined(__MUSACC__)
#endif
#endif

// CHECK: === said, exit status 0
// CHECK: 6 edits
// CHECK-NEXT: by rule: mapped-name 6
// CHECK-NEXT: by engine: preprocessor {{[45]}}, lexer {{[12]}}
// CHECK-NEXT: 0 findings
// CHECK-NEXT: lexer-only: 1 CUDA name in 1 region that no parse saw
// CHECK-NEXT: condition-defined.cu: lines 11-14: 1 name
// CHECK-NOT: {{.+}}
