// What needs another design is reported once a file and family, with what MUSA has.
// RUN: not %musify port %s -o %t.mu 2>&1 | FileCheck %s --implicit-check-not=MUSA0401
__device__ void load(unsigned &X, unsigned &Y, unsigned P) {
  asm volatile("ldmatrix.sync.aligned.m8n8.x2.shared.b16 {%0, %1}, [%2];" : "=r"(X), "=r"(Y) : "r"(P));
  // CHECK: families.cu:[[#@LINE-1]]:3: error: this file has 2 asm statements of one family, the first with `ldmatrix.sync.aligned.m8n8.x2.shared.b16`: tensor cores, {{.*}}`mute`{{.*}}[MUSA0401 inline-ptx]
  asm volatile("ldmatrix.sync.aligned.m8n8.x2.shared.b16 {%0, %1}, [%2];" : "=r"(Y), "=r"(X) : "r"(P));
  asm volatile("bar.sync 3, 96;" ::: "memory");
  // CHECK: families.cu:[[#@LINE-1]]:3: error: {{.*}}`bar.sync`: a barrier of some threads is no barrier of all: {{.*}}[MUSA0401 inline-ptx]
}
