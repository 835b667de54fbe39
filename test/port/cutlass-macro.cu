// CUTLASS's macros follow its namespace where MUTLASS has them; others are
// reported, and those of the project stay.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cutlass/cutlass.h> // CHECK: #include <mutlass/mutlass.h>
#include "cute/config.hpp" // CHECK: #include "mute/config.hpp"
#define CUTLASS_HOUSE_INLINE inline // CHECK: #define CUTLASS_HOUSE_INLINE inline

struct Halve {
  CUTLASS_HOST_DEVICE int operator()(int V) const { // CHECK: {{ *}}MUTLASS_HOST_DEVICE int operator()(int V) const { {{.*}}
    CUTE_UNROLL // CHECK: MUTE_UNROLL {{.*}}
    for (int I = 0; I < 2; ++I)
      V /= 2;
    return V;
  }
  CUTLASS_DEVICE static int third(int V) { return V / 3; } // CHECK: {{ *}}MUTLASS_DEVICE static {{.*}}
  CUTLASS_HOUSE_INLINE int own() { return 0; } // CHECK: {{ *}}CUTLASS_HOUSE_INLINE int own() {{.*}}
};
#if defined(CUTLASS_ARCH_MMA_SM90_SUPPORTED) // CHECK: #if defined(CUTLASS_ARCH_MMA_SM90_SUPPORTED)
#endif
#if CUTLASS_VERSION >= 300 // CHECK: #if CUTLASS_VERSION >= 300
#endif

// CHECK: === said, exit status 1
// CHECK: cutlass-macro.cu:18:13: warning: `CUTLASS_ARCH_MMA_SM90_SUPPORTED` looks like a CUDA name, {{.*}}
// CHECK: cutlass-macro.cu:20:5: warning: `CUTLASS_VERSION` {{.*}} [MUSA0301 numeric-macro]
// CHECK: 2 findings: 2 warnings
