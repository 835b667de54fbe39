// How a port reaches standard output or a directory of patches.
#include "PortOutput.h"
#include "Diag/MessageError.h"
#include "Edit/Plan.h"
#include "Patches/Patches.h"
#include "Project/FileNames.h"
#include "Project/Paths.h"
#include "Report/Diff.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace musify {
namespace {

/// The path as a diff names it: from the repository's root, as git itself
/// writes it, so that `git apply` finds it from each of its directories.
/// Outside of the repository, a path below the working directory stays as it
/// is.
std::string nameInDiff(const FileResult &F) {
  StringRef Shown = F.Shown, Below = F.Path;
  std::string Root = gitRoot(F.Path, *vfs::getRealFileSystem());
  SmallString<256> Current, Here;
  sys::fs::current_path(Current);
  sys::fs::real_path(Current, Here);
  bool LeadsOut = sys::path::is_absolute(Shown) ||
                  is_contained(llvm::split(Shown, '/'), "..");
  if (Root.empty() || !Below.consume_front(Root) ||
      (!LeadsOut && !isBelow(Here, Root)))
    return Shown.ltrim('/').str();
  return Below.ltrim('/').str();
}

/// The name after a port.
std::string newNameInDiff(const FileResult &F, bool Rename, Direction Way) {
  std::string Name = nameInDiff(F);
  StringRef Root = Name;
  if (!F.NewRelative.empty() && Root.consume_back(F.Relative))
    return Root.str() + F.NewRelative;
  return Rename && !F.IsCopy ? portedFileName(Name, Way) : Name;
}

/// All of a file that is new.
Error printNewFile(const FileResult &F, const std::string &Name, bool Colour) {
  auto Text = applyEdits(F.OldText, F.Plan);
  if (!Text)
    return Text.takeError();
  FilePlan Whole;
  Whole.Edits.push_back(
      {"", {F.Path, 0, 0}, std::move(*Text), Severity::Note, {}, {}});
  outs() << "diff --git a/" << Name << " b/" << Name
         << "\nnew file mode 100644\n"
         << unifiedDiff("/dev/null", "b/" + Name, "", Whole, Colour);
  return Error::success();
}

} // namespace

Error printDiffs(const RunResult &Result, const OutputRequest &Output,
                 bool Colour) {
  for (const FileResult &F : Result.Files) {
    std::string OldName = nameInDiff(F);
    std::string NewName = newNameInDiff(F, Output.Rename, Output.Way);
    if (F.IsCopy) {
      if (Error E = printNewFile(F, NewName, Colour))
        return E;
      continue;
    }
    outs() << renameHeader(OldName, NewName, Colour)
           << unifiedDiff("a/" + OldName, "b/" + NewName, F.OldText, F.Plan,
                          Colour);
  }
  outs().flush(); // before what goes to standard error
  return Error::success();
}

Error writePatches(const RunResult &Result, const OutputRequest &Output,
                   const std::string &Dir) {
  if (Dir.empty())
    return Error::success();
  auto Patches = makePatches(Result, [&](const FileResult &F) {
    return NamesInPatch{nameInDiff(F),
                        newNameInDiff(F, Output.Rename, Output.Way)};
  });
  if (!Patches)
    return Patches.takeError();
  namespace fs = llvm::sys::fs;
  if (std::error_code EC = fs::create_directories(Dir))
    return errorOf(say(msg::ProblemOf, Dir, systemMessage(EC)));
  std::error_code EC;
  if (fs::directory_iterator(Dir, EC) != fs::directory_iterator())
    return errorOf(say(msg::NotEmptyDirectory, Dir));
  for (const PatchFile &P : *Patches)
    if (Error E = writeFileAtomically(Dir + "/" + P.Name, P.Text))
      return E;
  return Error::success();
}

} // namespace musify
