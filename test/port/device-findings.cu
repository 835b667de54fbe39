// A port tells what MUSA's devices do otherwise: its exit status and summary
// follow. Where all warps have 32 lanes, there is nothing to tell; a comment
// hides a finding; without a parse only this kind is found, and the summary
// says so.
// RUN: %S/../cli/Inputs/status.sh 1 %musify port %s 2>&1 >/dev/null | FileCheck %s
// RUN: %S/../cli/Inputs/status.sh 0 %musify port %s --arch mp_31 2>&1 >/dev/null | FileCheck %s --check-prefix=SAME
// RUN: sed 's|// HERE|// musify: ignore(MUSA0202) one lane is meant|' %s > %t.cu
// RUN: %S/../cli/Inputs/status.sh 0 %musify port %t.cu 2>&1 >/dev/null | FileCheck %s --check-prefix=HIDDEN
// RUN: %S/../cli/Inputs/status.sh 1 %musify port %s --engine=lexer 2>&1 >/dev/null | FileCheck %s --check-prefix=LEXER
#include <cuda_runtime.h>
__device__ int get(int V, int L) { return __shfl_sync(0xffffffffu, V, L); } // HERE
// CHECK: cu:[[#@LINE-1]]:43: {{.*}} [MUSA0202 shuffle-width]
// CHECK: files: 0 ported{{.*}}1 with findings
// SAME-NOT: MUSA0202
// SAME: 0 with findings
// HIDDEN-NOT: MUSA0202 shuffle-width]
// HIDDEN: 1 suppressed
// LEXER: cu:11:43: {{.*}} [MUSA0202 shuffle-width]
// LEXER: 1 file with functions of warps, which the lexer checks for MUSA's warps one function at a time; only a parse follows
