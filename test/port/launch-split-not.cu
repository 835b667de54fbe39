// What looks like a divided bracket of a launch and is none.
// RUN: %port %s | FileCheck %s
#include <cuda_runtime.h>
struct Out {};
template <typename T> struct Box { T Value; };
template <typename T> Out &operator<< (Out &O, const Box<T> &);
template <typename T> struct Friend {
  friend Out &operator<< <T>(Out &O, const Box<T> &);  // CHECK: friend Out &operator<< <T>(Out
  friend Out &operator<< <>(Out &O, const Box<int> &); // CHECK: friend Out &operator<< <>(Out
};
Box<Box<Box<int> > > Nested;         // CHECK: Box<Box<Box<int> > > Nested;
int a = 1 << 2, b = 8 >> 1;          // CHECK: int a = 1 << 2, b = 8 >> 1;
__global__ void k(Box<Box<Box<int> > > B);
void f(int *P) {
  k<<<1, 8 >> 1>>>(Box<Box<Box<int> > >()); // CHECK: k<<<1, 8 >> 1>>>(Box<Box<Box<int> > >());
  bool c = a < (b) > (1);            // CHECK: bool c = a < (b) > (1);
  cudaFree(P);                       // CHECK: musaFree(P);
}
// CHECK: === said
