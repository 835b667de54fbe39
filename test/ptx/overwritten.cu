// A result may overwrite what the statement still needs: the carry is taken
// before, an input of the same name is copied, and a place is found first.
// RUN: %port %s | FileCheck %s --match-full-lines
__device__ unsigned carry(unsigned long long &V, unsigned long long B) {
  unsigned C;
  asm("add.cc.u64 %0, %0, %2; addc.u32 %1, 0, 0;" : "+l"(V), "=r"(C) : "l"(B));
  // CHECK:          const unsigned long long t = (unsigned long long)V + (unsigned long long)B;
  // CHECK-NEXT:     carry = t < (unsigned long long)V;
  // CHECK-NEXT:     V = t;
  asm("sub.cc.u64 %0, %0, %2; subc.u32 %1, 0, 0;" : "+l"(V), "=r"(C) : "l"(B));
  // CHECK:          carry = (unsigned long long)V < (unsigned long long)B;
  // CHECK-NEXT:     V = t;
  return C;
}
__device__ void input(unsigned &A, unsigned B) {
  asm("add.u32 %0, %1, %2; add.u32 %0, %0, %1;" : "=r"(A) : "r"(A), "r"(B));
  // CHECK:          const unsigned in1 = A;
  // CHECK-NEXT:     A = in1 + unsigned(B);
  // CHECK-NEXT:     A = unsigned(A) + in1;
}
__device__ void place(unsigned *A, unsigned I) {
  asm("mov.u32 %0, 1; mov.u32 %1, 2;" : "=r"(I), "=r"(A[I]));
  // CHECK:          auto &out1 = A[I];
  // CHECK-NEXT:     I = 1u;
  // CHECK-NEXT:     out1 = 2u;
}
__device__ void behind(unsigned &X) {
  asm("mov.u32 %0, 1; mov.u32 %1, 2;" : "=r"(X), "=r"((&X)[1]));
  // CHECK:          X = 1u;
  // CHECK-NEXT:     (&X)[1] = 2u;
}
__device__ void elements(unsigned *A) {
  asm("mov.u32 %0, 1; mov.u32 %1, 2;" : "=r"(A[0]), "=r"(A[1]));
  // CHECK:          A[0] = 1u;
  // CHECK-NEXT:     A[1] = 2u;
}
// CHECK: === said, exit status 0
