// RUN: %port %s --direction m2c | FileCheck %s
// What the user declares stays, whatever it is called.
#include <musa_runtime.h>
struct Pool {
  // CHECK: void musaFree(void *p);
  void musaFree(void *p);
  // CHECK: void drop(void *p) { musaFree(p); }
  void drop(void *p) { musaFree(p); }
};
// CHECK: void f(Pool &pool, void *p) { pool.musaFree(p); cudaFree(p); }
void f(Pool &pool, void *p) { pool.musaFree(p); musaFree(p); }
