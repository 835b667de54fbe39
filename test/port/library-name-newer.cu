// Names of CUB and Thrust that came after the versions that MUSA has are
// reported, also behind an alias or a using-directive; the longest name with an
// entry decides. Older names need no word.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cub/cub.cuh>
#include <thrust/sort.h>
#include <thrust/system/cuda/execution_policy.h> // CHECK: #include <thrust/system/musa/execution_policy.h>
namespace house = cub;

void sort(int *A, int *B, size_t N, cudaStream_t S) {
  thrust::sort(thrust::cuda::par_nosync.on(S), A, B); // CHECK: {{ *}}thrust::sort(thrust::cuda::par_nosync.on(S), A, B); {{.*}}
  thrust::sort(thrust::cuda::par.on(S), A, B); // CHECK: {{ *}}thrust::sort(thrust::musa::par.on(S), A, B); {{.*}}
  cub::DeviceMergeSort::SortKeys(nullptr, N, A, N, 0);
  cub::DeviceScan::ExclusiveSumByKey(nullptr, N, A, B, B, N);
  cub::DeviceScan::ExclusiveSum(nullptr, N, A, B, N);
  house::DeviceMergeSort::SortKeys(nullptr, N, A, N, 0);
  using namespace cub;
  DeviceFor::Bulk(N, 0);
  DeviceReduce::Sum(nullptr, N, A, B, N);
}

// CHECK: === said, exit status 1
// CHECK: library-name-newer.cu:11:16: error: `thrust::cuda::par_nosync` cannot be ported by name; newer than Thrust 1.12.1, {{.*}}
// CHECK: library-name-newer.cu:13:3: error: `cub::DeviceMergeSort` cannot be ported by name; newer than CUB 1.12.1, {{.*}}
// CHECK: library-name-newer.cu:14:3: error: `cub::DeviceScan::ExclusiveSumByKey` cannot be {{.*}}
// CHECK: library-name-newer.cu:16:10: error: `cub::DeviceMergeSort` cannot be {{.*}}
// CHECK: library-name-newer.cu:18:3: error: `cub::DeviceFor` cannot be {{.*}}
// CHECK: 5 findings: 5 errors
