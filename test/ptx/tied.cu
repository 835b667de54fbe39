// An input that shares an output's register fills it first, whatever the
// template calls it, and is read before another one overwrites its variable.
// RUN: %port %s --unverified=port | FileCheck %s
__device__ int byOutput(int X) {
  int D;
  asm("add.s32 %0, %0, 1;" : "=r"(D) : "0"(X));
  // CHECK-LABEL: byOutput
  // CHECK:      D = X;
  // CHECK-NEXT: D = unsigned(D) + 1u;
  return D;
}
__device__ int byInput(int X, int Y) {
  int D;
  asm("add.s32 %0, %1, %2;" : "=r"(D) : "0"(X), "r"(Y));
  // CHECK-LABEL: byInput
  // CHECK:      D = X;
  // CHECK-NEXT: D = unsigned(D) + unsigned(Y);
  return D;
}
__device__ void swapped(int &X, int &Y) {
  asm("add.s32 %0, %0, %1;" : "=r"(X), "=r"(Y) : "0"(Y), "1"(X));
  // CHECK-LABEL: swapped
  // CHECK:      const unsigned in3 = X;
  // CHECK-NEXT: X = Y;
  // CHECK-NEXT: Y = in3;
  // CHECK-NEXT: X = unsigned(X) + unsigned(Y);
}
__device__ int late(int X, int D) {
  asm("add.s32 %0, %1, %2;" : "=r"(D) : "0"(X), "r"(D));
  // CHECK-LABEL: late
  // CHECK:      const unsigned in2 = D;
  // CHECK-NEXT: D = X;
  // CHECK-NEXT: D = unsigned(D) + in2;
  return D;
}
__device__ int named(int X) {
  int D;
  asm("add.s32 %[r], %[s], 1;" : [r] "=r"(D) : [s] "[r]"(X));
  // CHECK-LABEL: named
  // CHECK:      D = X;
  // CHECK-NEXT: D = unsigned(D) + 1u;
  return D;
}
__device__ int same(int X) {
  asm("add.s32 %0, %0, 1;" : "=r"(X) : "0"(X));
  // CHECK-LABEL: same
  // CHECK: X = unsigned(X) + 1u;
  return X;
}
__device__ float ofFloat(float X) {
  float D;
  asm("add.f32 %0, %1, %0;" : "=f"(D) : "0"(X));
  // CHECK-LABEL: ofFloat
  // CHECK:      D = X;
  // CHECK-NEXT: D = D + D;
  return D;
}
// CHECK: === said
