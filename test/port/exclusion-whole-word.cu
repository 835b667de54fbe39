// A mark is a word of its own.
// RUN: %port %s | FileCheck %s
// see MUSIFY_EXCL_STARTED, NO_MUSIFY_EXCL_START and MUSIFY_EXCL_START2
int A = cudaFree(0); // NO_MUSIFY_EXCL_LINE
// CHECK: int A = musaFree(0);
// MUSIFY_EXCL_START: ours
// MUSIFY_EXCL_STOPPED
int B = cudaFree(0);
// CHECK: int B = cudaFree(0);
// (MUSIFY_EXCL_STOP)
int C = cudaFree(0);
// CHECK: int C = musaFree(0);
// CHECK-NOT: MUSA0004
