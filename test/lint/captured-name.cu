// A name of the project that a port writes for one of CUDA's, in lint and port.
// RUN: not %musify lint %s --no-config -q >%t.out
// RUN: FileCheck %s --input-file=%t.out --implicit-check-not=warning:
// RUN: not %musify port %s 2>&1 >%t.diff | FileCheck %s --check-prefix=PORT
// PORT: :[[#@LINE+2]]:7: warning: the project's own `musaMalloc` has the name that a port writes for a CUDA name [MUSA0701 captured-name]
#include <cuda_runtime.h>
void *musaMalloc(unsigned long Bytes) { return new char[Bytes]; }
// CHECK: cu:[[#@LINE-1]]:7: warning: the project's own `musaMalloc` has the name that a port writes for a CUDA name [MUSA0701 captured-name]
#define musaMemcpyHostToDevice 1
// CHECK: cu:[[#@LINE-1]]:9: warning: the project's own `musaMemcpyHostToDevice`
struct mublasHandle_t {};
// CHECK: cu:[[#@LINE-1]]:8: warning:
namespace mine {
void musaFree(void *);
}
struct S {
  int musaStream_t;
};
void f(int musaFree) { int musaMemset = musaFree; }
void musaNothingOfTheKind();
int multiply, muon;
#ifdef __MUSA__
void musaFree(void *);
#endif
