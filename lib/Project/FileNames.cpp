#include "Project/FileNames.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {
namespace {

/// All that is known of suffixes. Headers may hold kernels, so they are read as
/// CUDA.
constexpr FileType Types[] = {
    {".cu", ".mu", "cuda"},
    {".cuh", ".muh", "cuda", /*IsHeader=*/true},
    {".c", "", "c"},
    {".cc", "", "c++"},
    {".cpp", "", "c++"},
    {".cxx", "", "c++"},
    {".cppm", "", "c++-module"},
    {".h", "", "cuda", /*IsHeader=*/true},
    {".hh", "", "cuda", /*IsHeader=*/true},
    {".hpp", "", "cuda", /*IsHeader=*/true},
    {".hxx", "", "cuda", /*IsHeader=*/true},
    {".inl", "", "cuda", /*IsHeader=*/true},
    {".inc", "", "cuda", /*IsHeader=*/true},
    {".ipp", "", "cuda", /*IsHeader=*/true},
};

const FileType *musaTypeOf(StringRef Path) {
  StringRef Suffix = sys::path::extension(Path);
  for (const FileType &T : Types)
    if (!T.Musa.empty() && T.Musa == Suffix)
      return &T;
  return nullptr;
}

} // namespace

ArrayRef<FileType> fileTypes() { return Types; }

const FileType *fileTypeOf(StringRef Path) {
  StringRef Suffix = sys::path::extension(Path);
  for (const FileType &T : Types)
    if (T.Suffix == Suffix)
      return &T;
  return nullptr;
}

bool isSourceExtension(StringRef Path) { return fileTypeOf(Path); }

bool isHeaderExtension(StringRef Path) {
  const FileType *Type = fileTypeOf(Path);
  if (!Type)
    Type = musaTypeOf(Path);
  return Type && Type->IsHeader;
}

bool isMusaExtension(StringRef Path) { return musaTypeOf(Path); }

std::string portedFileName(StringRef Path, Direction Way) {
  for (const FileType &T : Types) {
    if (T.Musa.empty())
      continue;
    bool Forward = Way == Direction::CudaToMusa;
    StringRef Stem = Path;
    if (Stem.consume_back(Forward ? T.Suffix : T.Musa))
      return (Stem + (Forward ? T.Musa : T.Suffix)).str();
  }
  return Path.str();
}

} // namespace musify
