// A table of lop3 may be a constant that the file defines; else the statement is reported.
// RUN: %port %s | FileCheck %s --match-full-lines
__device__ unsigned f(unsigned A, unsigned B, unsigned C) {
  static constexpr unsigned Table = (0xf0 & 0xcc) | 0xaa;
  unsigned R;
  asm("lop3.b32 %0, %1, %2, %3, %4;" : "=r"(R) : "r"(A), "r"(B), "r"(C), "n"(Table));
  // CHECK:   R = C | (A & B);
  return R;
}
template <int T> __device__ unsigned g(unsigned A) {
  unsigned R;
  asm("lop3.b32 %0, %1, %1, %1, %2;" : "=r"(R) : "r"(A), "n"(T));
  return R;
}
// CHECK: constants.cu:12:{{.*}}[MUSA0401 inline-ptx]
