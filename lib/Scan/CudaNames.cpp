#include "Scan/CudaNames.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include <span>

using namespace llvm;

namespace musify {
namespace {

/// Which two letters names begin with: most words are told apart by them.
class FirstLetters {
public:
  constexpr void add(StringRef Prefix) {
    const char *Letters = Prefix.data(); // `[]` is no constant expression
    Second[Letters[0] & 127] |= uint64_t(1) << (Letters[1] & 63);
  }
  bool fit(StringRef Name) const {
    return Name.size() > 1 && Second[Name[0] & 127] >> (Name[1] & 63) & 1;
  }

private:
  uint64_t Second[128] = {};
};

/// How the names of one side begin.
struct Prefixes {
  constexpr Prefixes(std::span<const StringLiteral> Lower,
                     std::span<const StringLiteral> Upper, StringLiteral Driver,
                     StringLiteral Word)
      : Lower(Lower), Upper(Upper), Driver(Driver), Word(Word) {
    for (StringRef P : Lower)
      First.add(P);
    for (StringRef P : Upper)
      First.add(P);
    First.add(Driver);
    First.add(Word);
  }

  /// Each is followed by an upper-case letter in a name of its library.
  std::span<const StringLiteral> Lower;
  /// Each is followed by a letter or a digit.
  std::span<const StringLiteral> Upper;
  StringLiteral Driver; ///< a capital and a letter follow
  StringLiteral Word;   ///< stands before `##` in macros
  FirstLetters First;   ///< of all of these
};

constexpr StringLiteral CudaLower[] = {
    "cuda",       "cublas",     "cublasLt", "cublasXt", "cudnn",
    "cufft",      "cufftXt",    "curand",   "cusparse", "cusolver",
    "cusolverDn", "cusolverSp", "nccl",     "nvrtc",    "nvml",
    "nvtx",       "cupti",      "nppi",     "npps"};
constexpr StringLiteral CudaUpper[] = {
    "CU_",     "CUDART_",   "CUBLAS_",   "CUBLASLT_", "CUDNN_", "CUFFT_",
    "CURAND_", "CUSPARSE_", "CUSOLVER_", "NVRTC_",    "NVML_",  "CUPTI_"};
constexpr Prefixes Cuda(CudaLower, CudaUpper, "cu", "CUDA");

constexpr StringLiteral MusaLower[] = {
    "musa",       "mublas",     "mublasLt", "mublasXt", "mudnn",
    "mufft",      "mufftXt",    "murand",   "musparse", "musolver",
    "musolverDn", "musolverSp", "mccl",     "mtrtc",    "mtml",
    "mttx",       "mupti",      "muppi",    "mupps"};
constexpr StringLiteral MusaUpper[] = {
    "MU_",     "MUSART_",   "MUBLAS_",   "MUBLASLT_", "MUDNN_", "MUFFT_",
    "MURAND_", "MUSPARSE_", "MUSOLVER_", "MTRTC_",    "MTML_",  "MUPTI_"};
constexpr Prefixes Musa(MusaLower, MusaUpper, "mu", "MUSA");

const Prefixes &source(Direction Way) {
  return Way == Direction::CudaToMusa ? Cuda : Musa;
}

bool isName(const Prefixes &Side, StringRef Name) {
  if (!Side.First.fit(Name))
    return false;
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
  if (!Side.First.fit(Name))
    return false;
  StringRef Word = Name;
  Word.consume_back("_");
  return is_contained(Side.Lower, Name) || is_contained(Side.Upper, Name) ||
         Name == Side.Driver || Word == Side.Word || isName(Side, Name);
}

StringRef sourceSide(Direction Way) { return source(Way).Word; }
StringRef targetSide(Direction Way) {
  return Way == Direction::CudaToMusa ? Musa.Word : Cuda.Word;
}

bool looksLikeSdkHeader(StringRef Path, Direction Way) {
  StringRef Name = sys::path::filename(Path);
  if (Way == Direction::MusaToCuda)
    return Name.ends_with(".h") && !Path.contains('/') &&
           (Name.starts_with("musa") || Name.starts_with("mublas") ||
            Name.starts_with("musparse") || Name.starts_with("musolver") ||
            Name.starts_with("mufft") || Name.starts_with("murand") ||
            Name.starts_with("mudnn") || Name.starts_with("mupti") ||
            Name.starts_with("mtrtc") || Name.starts_with("mtml"));
  return Name.ends_with(".h") && !Path.contains('/') &&
         (Name.starts_with("cuda") || Name.starts_with("cublas") ||
          Name.starts_with("cusparse") || Name.starts_with("cusolver") ||
          Name.starts_with("cufft") || Name.starts_with("curand") ||
          Name.starts_with("cudnn") || Name.starts_with("nv"));
}

} // namespace musify
