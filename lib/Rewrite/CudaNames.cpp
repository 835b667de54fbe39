#include "Rewrite/CudaNames.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {
namespace {

/// How the names of one side begin.
struct Prefixes {
  /// Each is followed by an upper-case letter in a name of its library.
  ArrayRef<StringLiteral> Lower;
  /// Each is followed by a letter or a digit.
  ArrayRef<StringLiteral> Upper;
  StringLiteral Driver; ///< a capital and a letter follow
  StringLiteral Word;   ///< stands before `##` in macros
};

constexpr StringLiteral CudaLower[] = {
    "cuda",       "cublas",     "cublasLt", "cublasXt", "cudnn",
    "cufft",      "cufftXt",    "curand",   "cusparse", "cusolver",
    "cusolverDn", "cusolverSp", "nccl",     "nvrtc",    "nvml",
    "nvtx",       "cupti",      "nppi",     "npps"};
constexpr StringLiteral CudaUpper[] = {
    "CU_",     "CUDART_",   "CUBLAS_",   "CUBLASLT_", "CUDNN_", "CUFFT_",
    "CURAND_", "CUSPARSE_", "CUSOLVER_", "NVRTC_",    "NVML_",  "CUPTI_"};
constexpr Prefixes Cuda = {CudaLower, CudaUpper, "cu", "CUDA"};

constexpr StringLiteral MusaLower[] = {
    "musa",       "mublas",     "mublasLt", "mublasXt", "mudnn",
    "mufft",      "mufftXt",    "murand",   "musparse", "musolver",
    "musolverDn", "musolverSp", "mccl",     "mtrtc",    "mtml",
    "mttx",       "mupti",      "muppi",    "mupps"};
constexpr StringLiteral MusaUpper[] = {
    "MU_",     "MUSART_",   "MUBLAS_",   "MUBLASLT_", "MUDNN_", "MUFFT_",
    "MURAND_", "MUSPARSE_", "MUSOLVER_", "MTRTC_",    "MTML_",  "MUPTI_"};
constexpr Prefixes Musa = {MusaLower, MusaUpper, "mu", "MUSA"};

const Prefixes &source(Direction Way) {
  return Way == Direction::CudaToMusa ? Cuda : Musa;
}

bool isName(const Prefixes &Side, StringRef Name) {
  for (StringRef P : Side.Lower)
    if (Name.size() > P.size() && Name.starts_with(P) &&
        isUpper(Name[P.size()]))
      return true;
  for (StringRef P : Side.Upper)
    if (Name.size() > P.size() && Name.starts_with(P) &&
        isAlnum(Name[P.size()]))
      return true;
  // Driver API: cuXy with a capital, then at least one small letter or capital.
  return Name.size() > 4 && Name.starts_with(Side.Driver) && isUpper(Name[2]) &&
         isAlpha(Name[3]);
}

} // namespace

bool looksLikeCuda(StringRef Name) { return isName(Cuda, Name); }
bool looksLikeMusa(StringRef Name) { return isName(Musa, Name); }

bool looksLikeSource(Direction Way, StringRef Name) {
  return isName(source(Way), Name);
}

bool looksLikeFragment(Direction Way, StringRef Name) {
  const Prefixes &Side = source(Way);
  StringRef Word = Name;
  Word.consume_back("_");
  return is_contained(Side.Lower, Name) || is_contained(Side.Upper, Name) ||
         Name == Side.Driver || Word == Side.Word || isName(Side, Name);
}

StringRef sourceSide(Direction Way) { return source(Way).Word; }
StringRef targetSide(Direction Way) {
  return Way == Direction::CudaToMusa ? Musa.Word : Cuda.Word;
}

} // namespace musify
