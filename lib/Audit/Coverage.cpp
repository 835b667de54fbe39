#include "Audit/Coverage.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {
namespace {

/// The first row whose prefix fits decides.
struct GroupRule {
  StringLiteral Prefix;
  StringLiteral Group;
};
constexpr GroupRule Groups[] = {
    {"cooperative_groups", "cooperative groups"},
    {"cublasLt", "cuBLASLt"},
    {"cublasXt", "cuBLASXt"},
    {"cublas", "cuBLAS"},
    {"nvblas", "cuBLAS"},
    {"cudnn", "cuDNN"},
    {"cufftXt", "cuFFTXt"},
    {"cudalibxt", "cuFFTXt"},
    {"cufft", "cuFFT"},
    {"curand_mtgp32_host", "cuRAND host"},
    {"curand.h", "cuRAND host"},
    {"curand", "cuRAND device"},
    {"cusolver", "cuSOLVER"},
    {"cusparse", "cuSPARSE"},
    {"nccl", "NCCL"},
    {"nvrtc", "NVRTC"},
    {"nvvm", "NVVM"},
    {"nvJitLink", "nvJitLink"},
    {"nvFatbin", "nvFatbin"},
    {"nvjpeg", "nvJPEG"},
    {"nvml", "NVML"},
    {"npp", "NPP"},
    {"nvtx3/", "NVTX"},
    {"nvToolsExt", "NVTX"},
    {"generated_", "CUPTI"},
    {"cupti", "CUPTI"},
    {"nvperf", "CUPTI"},
    {"Openacc/", "CUPTI"},
    {"Openmp/", "CUPTI"},
    {"cub/", "CUB"},
    {"thrust/", "Thrust"},
    {"cuda/", "libcu++"},
    {"nv/", "libcu++"},
    {"cuComplex", "complex"},
    {"cuda_fp16", "fp16"},
    {"cuda_bf16", "bf16"},
    {"cuda_fp8", "fp8"},
    {"cuda_fp6", "fp6"},
    {"cuda_fp4", "fp4"},
    {"cuda.h", "driver"},
    {"cudaEGL", "driver"},
    {"cudaGL", "driver"},
    {"cudaVDPAU", "driver"},
    {"cudaProfiler", "driver"},
    {"cudaTypedefs", "driver"},
    {"fatbinary_section", "driver"},
    {"crt/host_", "runtime"},
    {"crt/", "device intrinsics"},
    {"sm_", "device intrinsics"},
    {"device_", "device intrinsics"},
    {"math_", "device intrinsics"},
    {"mma", "device intrinsics"},
    {"surface_indirect", "device intrinsics"},
    {"texture_indirect", "device intrinsics"},
    {"cuda_awbarrier", "device intrinsics"},
    {"cuda_pipeline", "device intrinsics"},
    {"nv_decode", "nv_decode"},
    {"cuda", "runtime"},
    {"driver_", "runtime"},
    {"vector_", "runtime"},
    {"texture_", "runtime"},
    {"surface_", "runtime"},
    {"channel_descriptor", "runtime"},
    {"library_types", "runtime"},
    {"builtin_types", "runtime"},
    {"common_functions", "runtime"},
    {"host_", "runtime"},
};

/// Parts of a name that MUSA's headers were seen to spell with their own.
constexpr StringLiteral CudaWords[] = {"cuda",   "cubin", "nvsci",
                                       "nvlink", "nvshm", "nvjit"};

bool isSpelledWithCuda(StringRef Member) {
  std::string Lower = Member.lower();
  return any_of(CudaWords,
                [&](StringRef W) { return StringRef(Lower).contains(W); }) ||
         (Member.starts_with("cu") && Member.size() > 2 && isUpper(Member[2]));
}

bool hasKnownNamespace(StringRef Name, const Table &Names) {
  while (Name.contains("::")) {
    Name = Name.rsplit("::").first;
    if (Names.find(Space::Namespace, Name))
      return true;
  }
  return false;
}

} // namespace

StringRef groupOf(StringRef Header) {
  auto *Rule = find_if(
      Groups, [&](const GroupRule &R) { return Header.starts_with(R.Prefix); });
  return Rule == std::end(Groups) ? "other" : StringRef(Rule->Group);
}

bool isKnown(const SdkName &Name, const Table &Names) {
  if (Name.K == Kind::Header)
    return Names.findHeader(Name.Name).has_value();
  if (Names.find(spaceOf(Name.K), Name.Name) ||
      hasKnownNamespace(Name.Name, Names))
    return true;
  if (Name.K != Kind::Member)
    return false;
  auto [Struct, Member] = StringRef(Name.Name).rsplit("::");
  return Names.findName(Struct) && !isSpelledWithCuda(Member);
}

std::vector<SdkName> missingNames(const SdkNames &Sdk, const Table &Names) {
  std::vector<SdkName> Missing;
  copy_if(Sdk.Names, std::back_inserter(Missing),
          [&](const SdkName &N) { return !isKnown(N, Names); });
  return Missing;
}

} // namespace musify
