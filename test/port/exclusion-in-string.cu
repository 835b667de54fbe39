// A marker counts in a comment alone, be it in a directive; in a string it is
// text like any other.
// RUN: %port %s | FileCheck %s --match-full-lines
const char *Help = "MUSIFY_EXCL_START";
const char *Raw = R"(
// MUSIFY_EXCL_START
)";
void first(int *P) { cudaFree(P); } // CHECK: void first(int *P) { musaFree(P); } {{.*}}
#define HOUSE cudaFree // MUSIFY_EXCL_LINE CHECK: #define HOUSE cudaFree {{.*}}
void second(int *P) { cudaFree(P); } // CHECK: void second(int *P) { musaFree(P); } {{.*}}
// CHECK: === said, exit status 0
