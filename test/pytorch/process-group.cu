// The process group of NCCL, its checks and its headers are MCCL's in torch_musa.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <nccl.h> // CHECK: #include <mccl.h>
#include <torch/csrc/distributed/c10d/NCCLUtils.hpp> // CHECK: #include <torch_musa/csrc/distributed/MCCLUtils.h>
#include <torch/csrc/distributed/c10d/ProcessGroupNCCL.hpp> // CHECK: #include <torch_musa/csrc/distributed/ProcessGroupMCCL.h>
bool over(c10d::ProcessGroup &G) {
  return G.getBackendType() == c10d::ProcessGroup::BackendType::NCCL; // CHECK: return G.getBackendType() == c10d::ProcessGroup::BackendType::CUSTOM;
}
auto make(c10::intrusive_ptr<c10d::Store> S) {
  return c10::make_intrusive<c10d::ProcessGroupNCCL>(S, 0, 1); // CHECK: return c10::make_intrusive<c10d::ProcessGroupMCCL>(S, 0, 1);
}
void send(float *P, size_t N, int To, ncclComm_t C, cudaStream_t S) { // CHECK: void send(float *P, size_t N, int To, mcclComm_t C, musaStream_t S) {
  C10D_NCCL_CHECK(ncclSend(P, N, ncclFloat, To, C, S), std::nullopt); // CHECK: C10D_MCCL_CHECK(mcclSend(P, N, mcclFloat, To, C, S), std::nullopt);
}

// CHECK: === said, exit status 1
// CHECK: process-group.cu:7:65: warning: `CUSTOM` differs from `NCCL`; {{.*}}
