// Headers are replaced by one or many, dropped, or merged where two become one.
// RUN: %port %s --mapping %S/Inputs/headers.json | FileCheck %s --match-full-lines --strict-whitespace
// CHECK:#include <musa.h>
// CHECK-NEXT:#include <extra.h>
// CHECK-NEXT:#include <musa_runtime.h>
// CHECK-NEXT:int A;
#include <cuda.h>
#include <cuda_profiler_api.h>
#include <cuda_runtime.h>
#include <cuda_runtime_api.h>
int A;
#ifdef B
// CHECK:#ifdef B
// CHECK:#include <musa_runtime.h>
#include <cuda_runtime_api.h>
#endif
