// muPP's prefix is `mupp`, not `mtpp`.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <npp.h> // CHECK: #include <mupp.h>
// CHECK-NOT: {{.*(mtpp|MTPP)}}{{.*}}
NppStatus f(Npp8u *A, int Step, NppiSize Size) { // CHECK: MUppStatus f(MUpp8u *A, int Step, MUppiSize Size) {
  return nppiMirror_8u_C1R(A, Step, A, Step, Size, NPP_HORIZONTAL_AXIS); // CHECK: return muppiMirror_8u_C1R(A, Step, A, Step, Size, MUPP_HORIZONTAL_AXIS);
}
int g(const Npp8u *A, Npp8u *B, NppiSize S) { return nppiAdd_8u_C1RSfs(A, 1, A, 1, B, 1, S, 0) == NPP_NO_ERROR; } // CHECK: int g(const MUpp8u *A, MUpp8u *B, MUppiSize S) { return muppiAdd_8u_C1RSfs(A, 1, A, 1, B, 1, S, 0) == MUPP_NO_ERROR; }

// CHECK: === said, exit status {{[01]}}
// CHECK-NOT: {{.*(mtpp|MTPP)}}{{.*}}
