#include "Rewrite/CudaNames.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {

// Each prefix is followed by an upper-case letter in a name of its library.
static constexpr StringLiteral LowerPrefixes[] = {
    "cuda",       "cublas",     "cublasLt", "cublasXt", "cudnn",
    "cufft",      "cufftXt",    "curand",   "cusparse", "cusolver",
    "cusolverDn", "cusolverSp", "nccl",     "nvrtc",    "nvml",
    "nvtx",       "cupti",      "nppi",     "npps"};
// Each prefix is followed by a letter or a digit.
static constexpr StringLiteral UpperPrefixes[] = {
    "CU_",     "CUDART_",   "CUBLAS_",   "CUBLASLT_", "CUDNN_", "CUFFT_",
    "CURAND_", "CUSPARSE_", "CUSOLVER_", "NVRTC_",    "NVML_",  "CUPTI_"};

bool looksLikeCuda(StringRef Name) {
  for (StringRef P : LowerPrefixes)
    if (Name.size() > P.size() && Name.starts_with(P) &&
        isUpper(Name[P.size()]))
      return true;
  for (StringRef P : UpperPrefixes)
    if (Name.size() > P.size() && Name.starts_with(P) &&
        isAlnum(Name[P.size()]))
      return true;
  // Driver API: cuXy with a capital, then at least one small letter or capital.
  return Name.size() > 4 && Name.starts_with("cu") && isUpper(Name[2]) &&
         isAlpha(Name[3]);
}

bool looksLikeCudaFragment(StringRef Name) {
  return is_contained(LowerPrefixes, Name) ||
         is_contained(UpperPrefixes, Name) || Name == "cu" || Name == "CUDA" ||
         Name == "CUDA_" || looksLikeCuda(Name);
}

} // namespace musify
