// Includes: headers of the SDK are renamed, the user's follow renamed files.
#include "Project/Workspace.h"
#include "Rewrite/Rules/All.h"
#include "Scan/CudaNames.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {
namespace {

/// `#include <x>`, which finds nothing beside the including file.
bool isAngled(const Candidate &C, const FileContext &Context) {
  return C.Offset && Context.text()[C.Offset - 1] == '<';
}

/// The path the include names, if it is a file beside the including one.
std::string besideIncluder(const Candidate &C, const FileContext &Context) {
  SmallString<256> Path(sys::path::parent_path(Context.File.Path));
  sys::path::append(Path, C.Text);
  return Context.Project.fileAt(Path);
}

/// The file that the include names, as a parse found it or else beside the
/// including one; empty: not known, or one of the SDK's.
std::string includedFile(const Candidate &C, const FileContext &Context) {
  const IncludeFact *Fact = Context.includeFact(C);
  if (Fact && Fact->isFound())
    return Fact->InSdk ? "" : Fact->Resolved;
  return isAngled(C, Context) && C.E ? "" : besideIncluder(C, Context);
}

/// A folder of headers of which MUSA has none: a file of the project is the
/// only one that an include can find.
bool isMissing(const Entry &E, const Table &Names) {
  if (E.S != Status::Unsupported || !E.From.ends_with("/"))
    return false;
  bool HasSome = false;
  Names.forEach([&](const Entry &Each) {
    HasSome |= Each.K == Kind::Header && !Each.To.empty() &&
               Each.From.starts_with(E.From);
  });
  return !HasSome;
}

/// The input file at `Path` or, where the path is not known, the only one that
/// the include can mean; null if none, or if unsure.
const InputFile *includedInput(const Candidate &C, StringRef Path,
                               const FileContext &Context) {
  const IncludeFact *Fact = Context.includeFact(C);
  bool IsNamed = C.E && isAngled(C, Context);
  bool IsSdks =
      (Fact && Fact->InSdk) || (IsNamed && C.E->S != Status::Unsupported);
  if (Path.empty() && (IsSdks || !C.Text.contains('.')))
    return nullptr;
  const auto &Files = Context.Project.ByFileName;
  auto Namesakes =
      Files.find(sys::path::filename(Path.empty() ? C.Text : Path));
  if (Namesakes == Files.end())
    return nullptr;
  const InputFile *Found = nullptr;
  for (const InputFile *F : Namesakes->second) {
    if (Path.empty() ? !endsWithPath(F->Path, C.Text) : F->Path != Path)
      continue;
    if (Found)
      return nullptr;
    Found = F;
  }
  bool IsTheirs = Found && Path.empty() && IsNamed &&
                  !isMissing(*C.E, Context.Project.Names);
  return IsTheirs ? nullptr : Found;
}

/// The project makes a header of the name from a template: `nccl.h.in`.
bool isMade(const Candidate &C, const FileContext &Context) {
  std::string Template = (C.Text + ".in").str();
  const auto &Files = Context.Project.ByFileName;
  auto Namesakes = Files.find(sys::path::filename(Template));
  return Namesakes != Files.end() &&
         llvm::any_of(Namesakes->second, [&](const InputFile *F) {
           return endsWithPath(F->Path, Template);
         });
}

/// False: the include names no input.
bool followFile(const Candidate &C, StringRef Path, FileContext &Context) {
  const InputFile *Input = includedInput(C, Path, Context);
  if (!Input)
    return false;
  Direction Way = Context.Project.Names.direction();
  std::string New = portedFileName(C.Text, Way);
  if (Context.Options.Rename && New != C.Text &&
      portedFileName(Input->Path, Way) != Input->Path)
    Context.edit("renamed-file", C, New, say(msg::FileBecomes, C.Text, New));
  return true;
}

} // namespace

void followRenamedFile(const Candidate &C, FileContext &Context) {
  if (!C.as<place::Include>()->IsMacro)
    followFile(C, includedFile(C, Context), Context);
}

void applyHeader(const Candidate &C, FileContext &Context) {
  Direction Way = Context.Project.Names.direction();
  if (C.as<place::Include>()->IsMacro)
    return Context.report(C, say(msg::ComputedInclude, targetSide(Way)));
  const IncludeFact *Fact = Context.includeFact(C);
  if (Fact && C.E)
    if (auto Sides = Context.dispute(Fact->SdkUnit, Fact->UserUnit))
      return Context.report(
          C, say(msg::DisputedHeader, C.Text, Sides->Sdk, Sides->User));
  std::string Path = includedFile(C, Context);
  if (followFile(C, Path, Context))
    return;
  // One of the project, whatever its name.
  bool IsBeside = !Fact || !Fact->isFound();
  if (!Path.empty() &&
      (IsBeside ||
       StringRef(Path).starts_with(Context.Project.Inputs.ProjectRoot + "/")))
    return;
  if (isMade(C, Context))
    return;
  if (C.E)
    return applyEntry(C, Table::renamedHeader(*C.E, C.Text), Context);
  bool Found = Fact && !Fact->Resolved.empty();
  if (!Found && looksLikeSdkHeader(C.Text, Way))
    Context.report(C, say(msg::UnknownHeader, C.Text, sourceSide(Way)));
}

} // namespace musify
