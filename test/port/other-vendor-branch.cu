// A branch for another vendor's GPU alone is nobody's to port.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
#ifdef USE_ROCM
typedef cudaError_t Error; // CHECK: typedef cudaError_t Error;
#elif defined(__HIP_PLATFORM_AMD__) && CUDART_VERSION > 1
typedef cudaStream_t Error; // CHECK: typedef cudaStream_t Error;
#else
typedef cudaError_t Error; // CHECK: typedef musaError_t Error;
#endif
#if !defined(USE_ROCM) || defined(MORE)
cudaEvent_t E; // CHECK: musaEvent_t E;
#endif
#ifdef SHIP_IT
cudaEvent_t F; // CHECK: musaEvent_t F;
#endif

// CHECK: === said, exit status 0
