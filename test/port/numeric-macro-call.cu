// A macro that makes a version number, and the number it is compared with, are
// treated alike; the question whether it exists is renamed.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <nccl.h>
#if NCCL_VERSION_CODE >= NCCL_VERSION(2, 10, 0) // CHECK: #if NCCL_VERSION_CODE >= NCCL_VERSION(2, 10, 0)
#endif
#if !HOUSE_OLD_RING && \
    NCCL_VERSION(2, 12, 0) < NCCL_VERSION_CODE // CHECK: {{ *}}NCCL_VERSION(2, 12, 0) < NCCL_VERSION_CODE
#endif
#if defined(NCCL_VERSION) // CHECK: #if defined(MCCL_VERSION)
#endif

// CHECK: === said, exit status 1
// CHECK: numeric-macro-call.cu:5:5: warning: `NCCL_VERSION_CODE` {{.*}} [MUSA0301 numeric-macro]
// CHECK: numeric-macro-call.cu:5:26: warning: `NCCL_VERSION` {{.*}} [MUSA0301 numeric-macro]
// CHECK: numeric-macro-call.cu:8:5: warning: `NCCL_VERSION` {{.*}}
// CHECK: numeric-macro-call.cu:8:30: warning: `NCCL_VERSION_CODE` {{.*}}
// CHECK: 4 findings: 4 warnings
