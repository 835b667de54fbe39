#include "Project/FileNames.h"
#include "llvm/ADT/STLExtras.h"
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
    {".C", "", "c++"},
    {".cc", "", "c++"},
    {".cp", "", "c++"},
    {".cpp", "", "c++"},
    {".cxx", "", "c++"},
    {".c++", "", "c++"},
    {".cppm", "", "c++-module"},
    {".ixx", "", "c++-module"},
    {".H", "", "cuda", /*IsHeader=*/true},
    {".h", "", "cuda", /*IsHeader=*/true},
    {".hh", "", "cuda", /*IsHeader=*/true},
    {".hpp", "", "cuda", /*IsHeader=*/true},
    {".hxx", "", "cuda", /*IsHeader=*/true},
    {".inl", "", "cuda", /*IsHeader=*/true},
    {".inc", "", "cuda", /*IsHeader=*/true},
    {".ipp", "", "cuda", /*IsHeader=*/true},
    {".h++", "", "cuda", /*IsHeader=*/true},
    {".tcc", "", "cuda", /*IsHeader=*/true},
    {".tpp", "", "cuda", /*IsHeader=*/true},
    {".txx", "", "cuda", /*IsHeader=*/true},
};

constexpr StringLiteral Documents[] = {
    ".md",  ".markdown", ".rst", ".txt",  ".adoc",  ".tex", ".html", ".htm",
    ".css", ".svg",      ".xml", ".json", ".csv",   ".tsv", ".log",  ".patch",
    ".po",  ".diff",     ".bib", ".pdf",  ".ipynb", ".png", ".jpg",  ".jpeg",
    ".gif", ".bmp",      ".ico", ".zip",  ".gz",    ".xz",  ".bz2",  ".tar",
    ".whl", ".so",       ".a",   ".o",    ".lib",   ".dll", ".exe",  ".bin",
    ".npy", ".npz",      ".pt",  ".pth",  ".onnx",  ".h5",  ".mp4",  ".wav",
    ".ttf", ".woff",     ".lock"};

/// What a build fills in: CMake's, and Jinja's.
constexpr StringLiteral Templates[] = {".in", ".jinja", ".jinja2", ".j2"};

bool consumeTemplateSuffix(StringRef &Path) {
  return any_of(Templates, [&](StringRef S) { return Path.consume_back(S); });
}

const FileType *musaTypeOf(StringRef Path) {
  StringRef Suffix = sys::path::extension(Path);
  for (const FileType &T : Types)
    if (!T.Musa.empty() && T.Musa == Suffix)
      return &T;
  return nullptr;
}

} // namespace

ArrayRef<FileType> fileTypes() { return Types; }

bool isTemplateName(StringRef Path) {
  return consumeTemplateSuffix(Path) && fileTypeOf(Path);
}

bool isDocumentName(StringRef Path) {
  StringRef Suffix = sys::path::extension(Path);
  return any_of(Documents, [&](StringRef S) { return S == Suffix.lower(); });
}

const FileType *fileTypeOf(StringRef Path) {
  consumeTemplateSuffix(Path);
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
