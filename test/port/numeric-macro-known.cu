// A number that has one known value on MUSA: the finding says what the
// condition is there. What does not compare the number needs no word.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cub/version.cuh>
#include <thrust/version.h>
#if THRUST_VERSION >= 101600
#endif
#if defined(HOUSE_SORT) && CUB_VERSION < 200800
#endif
#if CUB_VERSION < 200800
#endif
#ifdef THRUST_VERSION
#endif
int version() { return THRUST_VERSION; }

// CHECK: === said, exit status 1
// CHECK: numeric-macro-known.cu:6:5: warning: `THRUST_VERSION` is 101201 on MUSA; the test is always false there [MUSA0301 numeric-macro]
// CHECK: numeric-macro-known.cu:8:28: warning: `CUB_VERSION` is 101201 on MUSA [MUSA0301 numeric-macro]
// CHECK: numeric-macro-known.cu:10:5: warning: `CUB_VERSION` is 101201 on MUSA; the test is always true there {{.*}}
// CHECK: 3 findings: 3 warnings
