// A file whose names all stay is parsed, too: what a device does otherwise may
// be in any code for it. A port and lint tell the same.
// RUN: %S/../cli/Inputs/status.sh 1 %musify port %s 2>&1 | FileCheck %s
// RUN: %S/../cli/Inputs/status.sh 1 %musify lint %s --no-config 2>&1 | FileCheck %s
__global__ void shift(unsigned __int128 *P, int N) { P[0] = P[1] << N; }
// CHECK: cu:[[#@LINE-1]]:{{.*}}[MUSA0901 compiler-trap]
__constant__ float Table[40000];
// CHECK: cu:[[#@LINE-1]]:{{.*}}[MUSA0406 constant-memory]
