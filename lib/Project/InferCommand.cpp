//===- InferCommand.cpp - Flags for a file without a command --------------===//
#include "Project/CompileCommand.h"
#include "Project/FileNames.h"
#include "Project/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {
namespace {

constexpr StringLiteral IncludeDirs[] = {"include", "inc", "Common", "common"};

/// The folders from `File` up to `Root`; only the first one when `File` lies
/// elsewhere.
std::vector<StringRef> foldersUpTo(StringRef File, StringRef Root) {
  std::vector<StringRef> Folders;
  StringRef Folder = sys::path::parent_path(File);
  for (; !Folder.empty(); Folder = sys::path::parent_path(Folder)) {
    Folders.push_back(Folder);
    if (Folder == Root)
      return Folders;
  }
  Folders.resize(std::min<size_t>(Folders.size(), 1));
  return Folders;
}

bool isFolder(StringRef Path, vfs::FileSystem &FS) {
  auto Status = FS.status(Path);
  return Status && Status->isDirectory();
}

/// Include folders, the nearest first. That of the file and the root hold
/// headers for `"x.h"`; for `<x.h>` the system's and the SDK's come first.
std::vector<std::string> guessIncludes(StringRef File, StringRef Root,
                                       vfs::FileSystem &FS) {
  std::vector<std::string> Found, Flags;
  auto Add = [&](StringRef Folder) {
    if (is_contained(Found, Folder))
      return;
    Found.push_back(Folder.str());
    Flags.push_back("-I" + Folder.str());
  };
  auto AddForQuotes = [&](StringRef Folder) {
    if (is_contained(Found, Folder))
      return;
    Found.push_back(Folder.str());
    Flags.insert(Flags.end(),
                 {"-iquote", Folder.str(), "-idirafter", Folder.str()});
  };
  AddForQuotes(sys::path::parent_path(File));
  for (StringRef Folder : foldersUpTo(File, Root))
    for (StringRef Name : IncludeDirs) {
      SmallString<256> Path(Folder);
      sys::path::append(Path, Name);
      if (isFolder(Path, FS))
        Add(Path);
    }
  AddForQuotes(Root);
  return Flags;
}

} // namespace

CompileCommand inferCommand(StringRef File, StringRef Root, vfs::FileSystem &FS,
                            bool NeedsCxx20) {
  CompileCommand Out;
  std::string Absolute = absolutePath(Root, FS);
  Out.Directory = realPath(Absolute, Absolute, FS);
  Out.File = realPath(absolutePath(File, FS), Out.Directory, FS);
  const FileType *Type = fileTypeOf(File);
  StringRef Language = Type ? StringRef(Type->Language) : "cuda";
  Out.Flags = {"-x", Language.str()};
  bool IsModule = Language == "c++-module";
  if (Language != "c")
    Out.Flags.emplace_back(NeedsCxx20 || IsModule ? "-std=c++20"
                                                  : "-std=c++17");
  llvm::append_range(Out.Flags, guessIncludes(Out.File, Out.Directory, FS));
  return Out;
}

} // namespace musify
