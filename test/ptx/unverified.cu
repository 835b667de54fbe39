// A translation that needs a name without evidence says so, and follows --unverified.
// RUN: %musify port %s -o %t.mu -v 2>&1 | FileCheck %s
// RUN: FileCheck %s --check-prefix=PORT --input-file=%t.mu
// RUN: not %musify port %s -o %t2.mu --unverified=keep 2>&1 | FileCheck %s --check-prefix=SAID
// RUN: FileCheck %s --check-prefix=KEEP --input-file=%t2.mu
// CHECK: 1 edit
__device__ unsigned match(unsigned V) {
  unsigned R;
  asm("match.any.sync.b32 %0, %1, 0xffffffff;" : "=r"(R) : "r"(V));
  // PORT: {{^}}  R = __match_any_sync(0xffffffffu, unsigned(V));
  // SAID: error: {{.*}}no evidence that MUSA provides `__match_any_sync` [MUSA0401 inline-ptx]
  // KEEP: {{^}}  asm("match.any.sync.b32
  return R;
}
