// An operand that does something is evaluated once, and inputs are read before outputs are written.
// RUN: %port %s | FileCheck %s --match-full-lines
__device__ int next();
__device__ void f(int &X, unsigned *P, unsigned long long V) {
  asm("max.s32 %0, %1, 0;" : "=r"(X) : "r"(next()));
  // CHECK:          const unsigned in1 = next();
  // CHECK-NEXT:     X = int(in1) > 0 ? int(in1) : 0;
  asm("mov.b64 {%0, %1}, %2;" : "=r"(P[0]), "=r"(P[1]) : "l"(V));
  // CHECK:          const unsigned long long in2 = (unsigned long long)V;
  // CHECK-NEXT:     P[0] = unsigned(in2);
  // CHECK-NEXT:     P[1] = unsigned(in2 >> 32);
}
