// A condition that tests for MUSA itself was written with MUSA in mind: a CUDA
// number in it is a note. Beside a branch for MUSA it is no finding at all.
// RUN: %musify lint %s --no-config -q -v >%t.out || true
// RUN: FileCheck %s --input-file=%t.out --implicit-check-not='also tests for MUSA'
#include <cuda_runtime.h>
#if CUDART_VERSION >= 12000 || defined(USE_MUSA)
#endif
// CHECK: cu:[[#@LINE-2]]:5: note: `CUDART_VERSION` is a CUDA {{.*}}; the condition, or another of its chain, also tests for MUSA [MUSA0301
#if __CUDA_ARCH__ >= 800
#elif defined(USE_MUSA)
#endif
// CHECK-NOT: cu:[[#@LINE-3]]:5:
#if CUDART_VERSION >= 12000 || defined(USE_HIP)
#endif
// CHECK: cu:[[#@LINE-2]]:5: warning: {{.*}} [MUSA0301
