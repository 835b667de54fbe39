// Headers of CUB, Thrust and libcu++: those that MUSA's versions have need no
// word, others are reported.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cub/device/device_reduce.cuh>
#include <thrust/iterator/counting_iterator.h>
#include <thrust/detail/raw_pointer_cast.h>
#include <cub/device/device_for.cuh>
#include <thrust/iterator/tabulate_output_iterator.h>
#include <cuda/std/cstdint> // CHECK: #include <musa/std/cstdint>
#include <cuda/std/span> // CHECK: #include <musa/std/span>
#include <cooperative_groups/reduce.h>

// CHECK: === said, exit status 1
// CHECK: library-header-newer.cu:7:11: error: `cub/device/device_for.cuh` cannot be ported by name; muAlg is CUB 1.12.1, {{.*}}
// CHECK: library-header-newer.cu:8:11: error: `thrust/iterator/tabulate_output_iterator.h` {{.*}}
// CHECK: library-header-newer.cu:10:11: warning: `musa/std/span` differs from `cuda/std/span`; {{.*}}
// CHECK: library-header-newer.cu:11:11: note: `cooperative_groups/reduce.h` keeps its name, but {{.*}}
// CHECK: 4 findings: 2 errors, 1 warning, 1 note
