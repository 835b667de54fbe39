// The summary says that a file was not parsed completely.
// RUN: %musify lint %s 2>&1 | FileCheck %s
#include <cuda_runtime.h>
#include "absent/base.cuh"
struct Op : absent::Base {};
// CHECK: 1 file checked: {{.*}}1 file not parsed completely
