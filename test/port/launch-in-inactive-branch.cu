// A launch where no parse looks: its kernel may be a template or an overload,
// so it is left, and told; names inside it are ported.
// RUN: %port %s | FileCheck %s --match-full-lines --check-prefixes=CHECK,NATIVE
// RUN: %port %s --launch=api | FileCheck %s --match-full-lines --check-prefixes=CHECK,API
#if 0
void f(int *P) {
  k<<<1, cudaMemcpyDefault>>>(P);
  // CHECK: k<<<1, musaMemcpyDefault>>>(P);
}
#endif

// NATIVE: === said, exit status 0
// NATIVE: 0 findings
// API: === said, exit status 1
// API-NEXT: launch-in-inactive-branch.cu:7:4: warning: no parse saw this kernel launch; not changed [MUSA0007 launch]
