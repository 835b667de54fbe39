// The marks of the official tool hide everything on their lines, and nothing
// else.
// RUN: not %musify lint %s --no-config -q | FileCheck %s --implicit-check-not=': warning:'
const char *A = "cudaMalloc"; // MUSIFY_EXCL_LINE
const char *B = "cudaMalloc";
// CHECK: cu:[[#@LINE-1]]:18: warning: {{.*}} [MUSA0501 string-name]
// MUSIFY_EXCL_START
const char *C = "cudaMalloc";
// MUSIFY_EXCL_STOP
const char *D = "cudaMalloc";
// CHECK: cu:[[#@LINE-1]]:18: warning: {{.*}} [MUSA0501 string-name]
