// Headers that are called the same on MUSA.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cooperative_groups.h> // CHECK: #include <cooperative_groups.h>
#include <mma.h>                // CHECK: #include <mma.h>
#include <vector_types.h>       // CHECK: #include <vector_types.h>
#include <driver_types.h>       // CHECK: #include <driver_types.h>
#if 0
#include <cub/block/block_reduce.cuh> // CHECK: #include <cub/block/block_reduce.cuh>
#include <cub/cub.cuh>                // CHECK: #include <cub/cub.cuh>
#include <thrust/device_vector.h>     // CHECK: #include <thrust/device_vector.h>
#endif

// CHECK: === said, exit status 0
// CHECK-NEXT: 1 file read, 0 changed, 0 failed
// CHECK-NEXT: 0 edits
// CHECK-NOT: {{.*}}warning:{{.*}}
