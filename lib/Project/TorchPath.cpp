#include "Project/TorchPath.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/Program.h"

using namespace llvm;

namespace musify {
namespace {

constexpr StringLiteral AnyHeader = "/torch/extension.h",
                        FrontEnd = "/torch/csrc/api/include";

/// The directory above, `Levels` times.
StringRef above(StringRef Path, unsigned Levels) {
  for (; Levels; --Levels)
    Path = sys::path::parent_path(Path);
  return Path;
}

/// The directory two above the `python3` of `PATH`, with links followed and
/// not; empty if there is none.
std::vector<std::string> pythonPrefixes() {
  std::vector<std::string> Out;
  auto Python = sys::findProgramByName("python3");
  if (!Python)
    return Out;
  Out.push_back(above(*Python, 2).str());
  if (SmallString<256> Real; !sys::fs::real_path(*Python, Real))
    Out.push_back(above(Real, 2).str());
  return Out;
}

/// Python's own headers, which PyTorch's include, for a package of PyTorch: in
/// its environment, or beside the `python3` of `PATH`.
std::string pythonInclude(StringRef TorchInclude) {
  // lib/python3.11/site-packages/torch/include
  StringRef Version = sys::path::filename(above(TorchInclude, 3));
  if (!Version.starts_with("python3"))
    return "";
  std::vector<std::string> Prefixes = pythonPrefixes();
  Prefixes.insert(Prefixes.begin(), above(TorchInclude, 5).str());
  for (const std::string &Prefix : Prefixes)
    if (std::string Dir = (Prefix + "/include/" + Version).str();
        sys::fs::exists(Dir + "/Python.h"))
      return Dir;
  return "";
}

/// `lib/python3.11/site-packages` and its like below `Prefix`. The newest
/// Python comes first: `3.10` is newer than `3.9`.
void addSitePackages(StringRef Prefix, std::vector<std::string> &Out) {
  std::vector<std::pair<unsigned, std::string>> Found;
  for (StringRef Lib : {"/lib", "/lib64", "/local/lib"}) {
    std::error_code EC;
    for (sys::fs::directory_iterator It(Prefix + Lib, EC), End;
         !EC && It != End; It.increment(EC)) {
      StringRef Name = sys::path::filename(It->path());
      unsigned Minor = 0;
      if (!Name.consume_front("python3"))
        continue;
      if (Name.consume_front("."))
        Name.consumeInteger(10, Minor);
      for (StringRef Packages : {"/site-packages", "/dist-packages"})
        if (sys::fs::is_directory(It->path() + Packages))
          Found.emplace_back(Minor, It->path() + Packages.str());
    }
  }
  llvm::sort(Found, [](const auto &A, const auto &B) {
    return A.first != B.first ? A.first > B.first : A.second < B.second;
  });
  for (auto &[Minor, Path] : Found)
    if (!is_contained(Out, Path))
      Out.push_back(std::move(Path));
}

} // namespace

std::vector<std::string> torchIncludesOf(StringRef Dir) {
  for (StringRef Below : {"", "/include", "/torch/include"}) {
    SmallString<256> Include(Dir);
    Include += Below;
    sys::fs::make_absolute(Include);
    // The header of the front end is below it, or beside the others.
    SmallString<256> Api = Include;
    Api += FrontEnd;
    if (sys::fs::exists(Include + AnyHeader) ||
        sys::fs::exists(Api + AnyHeader)) {
      std::vector<std::string> Out = {std::string(Include)};
      if (sys::fs::is_directory(Api))
        Out.push_back(std::string(Api));
      if (std::string Python = pythonInclude(Include); !Python.empty())
        Out.push_back(std::move(Python));
      return Out;
    }
  }
  return {};
}

bool torchNeedsCxx20(StringRef Include, vfs::FileSystem &Disk) {
  auto Header = Disk.getBufferForFile(Include + "/ATen/ATen.h");
  return Header && (*Header)->getBuffer().contains("202002L");
}

std::vector<std::string> activeSitePackages() {
  std::vector<std::string> Out;
  for (StringRef Variable : {"VIRTUAL_ENV", "CONDA_PREFIX"})
    if (auto Prefix = sys::Process::GetEnv(Variable))
      addSitePackages(*Prefix, Out);
  for (const std::string &Prefix : pythonPrefixes())
    addSitePackages(Prefix, Out);
  return Out;
}

} // namespace musify
