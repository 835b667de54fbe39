// In a macro's body the new text stays on one line, and is one statement.
// RUN: %port %s | FileCheck %s --match-full-lines
#define FENCE() __asm__ __volatile__("membar.sys;" ::: "memory")
// CHECK: #define FENCE() __threadfence_system()
#define SPLIT(LO, HI, V) \
  asm("mov.b64 {%0, %1}, %2;" : "=r"(LO), \
      "=r"(HI) : "l"(V))
// CHECK: {{ *}}do { LO = unsigned((unsigned long long)V); HI = unsigned((unsigned long long)V >> 32); } while (0)
#define SPACE "global"
__device__ void f(const int *P, int &X, unsigned A, unsigned B, long long V) {
  FENCE();
  SPLIT(A, B, V);
  asm("ld." SPACE ".s32 %0, [%1];" : "=r"(X) : "l"(P));
  // CHECK:   X = *(const int *)P;
  asm("ld." KIND ".s32 %0, [%1];" : "=r"(X) : "l"(P));
  // CHECK:   asm("ld." KIND ".s32 %0, [%1];" : "=r"(X) : "l"(P));
}
// CHECK: macro.cu:15:{{.*}}the text depends on a macro or an `#if`: write each variant in C++, under the same condition [MUSA0401 inline-ptx]
