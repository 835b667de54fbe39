// A condition that asks for MUSA itself has been thought of, so that a number of
// CUDA's in it, or in another branch beside it, is a note.
// RUN: %musify lint %s --no-config -q -v >%t.out || true
// RUN: FileCheck %s --input-file=%t.out --implicit-check-not='asks for MUSA too'
#include <cuda_runtime.h>
#if CUDART_VERSION >= 12000 || defined(USE_MUSA)
#endif
// CHECK: cu:[[#@LINE-2]]:5: note: `CUDART_VERSION` is a CUDA {{.*}}; the condition, or another of its chain, also tests for MUSA [MUSA0301
#if __CUDA_ARCH__ >= 800
#elif defined(USE_MUSA)
#endif
// CHECK: cu:[[#@LINE-3]]:5: note: {{.*}} also tests for MUSA [MUSA0301
#if CUDART_VERSION >= 12000 || defined(USE_HIP)
#endif
// CHECK: cu:[[#@LINE-2]]:5: warning: {{.*}} [MUSA0301
