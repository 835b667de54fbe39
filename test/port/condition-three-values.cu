// A branch is left alone only if no build for CUDA compiles it, however the
// condition says so.
// RUN: %port %s > %t.out 2>&1
// RUN: FileCheck %s --input-file=%t.out
#include <cuda_runtime.h>

// May be compiled for CUDA: it is ported.
#if defined(USE_MUSA) || defined(BIG_PAGES)
void a() { cudaDeviceSynchronize(); }
// CHECK: void a() { musaDeviceSynchronize(); }
#endif

#if ENABLE_MUSA == 0
void b() { cudaDeviceSynchronize(); }
// CHECK: void b() { musaDeviceSynchronize(); }
#endif
#if MUSA_ENABLED != 1
void c() { cudaDeviceSynchronize(); }
// CHECK: void c() { musaDeviceSynchronize(); }
#endif
#if USE_MUSA < 1
void d() { cudaDeviceSynchronize(); }
// CHECK: void d() { musaDeviceSynchronize(); }
#endif

#if defined(HAVE_X) && \
    (1 || HAVE_Y) && /* over lines */ \
    defined(USE_MUSA)
void f() { cudaDeviceReset(); } // MUSA alone
#endif

#if __has_include(<musa_runtime.h>)
void g() { cudaDeviceReset(); } // MUSA alone
#endif
#if __has_include(<vector>)
void g() { cudaDeviceSynchronize(); }
// CHECK: void g() { musaDeviceSynchronize(); }
#endif

// The rest of a chain that asks for more than MUSA is CUDA's, too.
#if !defined(USE_MUSA) && defined(HAVE_X)
void h() { cudaDeviceSynchronize(); }
// CHECK: void h() { musaDeviceSynchronize(); }
#else
void h() { cudaDeviceSynchronize(); }
// CHECK: void h() { musaDeviceSynchronize(); }
#endif

// MUSA alone, whatever else is asked.
#if (USE_MUSA ? 1 : 0) && !defined(USE_HIP)
void i() { cudaDeviceReset(); }
#endif
#if defined(__MUSA_ARCH__) && __MUSA_ARCH__ >= 220
void j() { cudaDeviceReset(); }
#endif
// CHECK-NOT: musaDeviceReset
