// NVTX has no counterpart at all; `mttx` is nobody's name.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <nvToolsExt.h> // CHECK: #include <nvToolsExt.h>
void f() {
  nvtxRangePushA("work"); // CHECK: nvtxRangePushA("work");
  nvtxRangePop();         // CHECK: nvtxRangePop();
}

// CHECK-NOT: {{.*}}mttx{{.*}}
// CHECK: === said, exit status 1
// CHECK: unsupported-nvtx.cu:5:3: error: `nvtxRangePushA` cannot be ported by name; no NVTX counterpart on MUSA; compile it out or define it empty [MUSA0101 unsupported-name]
// CHECK: unsupported-nvtx.cu:6:3: error: `nvtxRangePop` cannot be ported by name; no NVTX counterpart on MUSA; compile it out or define it empty [MUSA0101 unsupported-name]
// CHECK: 0 edits
// CHECK-NEXT: 3 findings: 3 errors
