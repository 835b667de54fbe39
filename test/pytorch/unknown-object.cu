// Where it cannot be told whose method is called, a person is asked.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <torch/all.h>
struct Buffer { bool is_cuda() const; };
template <typename T> bool f(T Thing) {
  return Thing.is_cuda(); // CHECK: return Thing.is_cuda();
}

// CHECK: === said, exit status 1
// CHECK-NEXT: unknown-object.cu:6:16: warning: {{.*}}`is_cuda`{{.*}} [MUSA0107 ambiguous-name]
