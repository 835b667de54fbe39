// A look-up of a function that MUSA does not have finds nothing; where its name
// is only printed, nothing is said.
// RUN: not %musify lint --no-config %s 2>&1 | FileCheck %s
#include <dlfcn.h>
#include <stdio.h>
void *symbol(void *Library) {
  puts("cuTensorMapEncodeTiled");
  return dlsym(Library, "cuTensorMapEncodeTiled");
}
// CHECK-NOT: string-no-counterpart.cpp:7
// CHECK: string-no-counterpart.cpp:8:26: warning: string `cuTensorMapEncodeTiled` is a CUDA name and reaches `dlsym`; there is no evidence that MUSA has it; {{.*}}[MUSA0501 string-name]
