// Includes: headers of the SDK are renamed, the user's follow renamed files.
#include "Rewrite/CudaNames.h"
#include "Rewrite/Rules/All.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {
namespace {

/// Like `x/y.cuh` in `/root/x/y.cuh`.
bool endsWithPath(StringRef Path, StringRef Tail) {
  return Path.ends_with(Tail) && (Path.size() == Tail.size() ||
                                  Path[Path.size() - Tail.size() - 1] == '/');
}

/// The path the include names, if it is a file beside the including one.
std::string besideIncluder(const Candidate &C, const FileContext &Context) {
  SmallString<256> Path(sys::path::parent_path(Context.File.Path));
  sys::path::append(Path, C.Text);
  SmallString<256> Real;
  if (sys::fs::real_path(Path, Real) || !sys::fs::is_regular_file(Real))
    return "";
  return std::string(Real);
}

/// The input file that the include names; null if none, or if unsure.
const InputFile *includedInput(const Candidate &C, const FileContext &Context) {
  std::string Path;
  if (const IncludeFact *Fact = Context.includeFact(C)) {
    if (Fact->InSdk)
      return nullptr;
    Path = Fact->Resolved;
  }
  if (Path.empty())
    Path = besideIncluder(C, Context);
  const InputFile *Found = nullptr;
  for (const InputFile &F : Context.Run.Inputs.Files) {
    bool Matches = Path.empty() ? StringRef(C.Text).contains('.') &&
                                      endsWithPath(F.Path, C.Text)
                                : F.Path == Path;
    if (!Matches)
      continue;
    if (Found)
      return nullptr;
    Found = &F;
  }
  return Found;
}

/// True if the include finds a file of the project, whatever its name.
bool isProjectHeader(const Candidate &C, const FileContext &Context) {
  if (const IncludeFact *Fact = Context.includeFact(C);
      Fact && (Fact->InSdk || !Fact->Resolved.empty()))
    return !Fact->InSdk &&
           StringRef(Fact->Resolved).starts_with(Context.Run.Inputs.Root + "/");
  return !besideIncluder(C, Context).empty();
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

} // namespace

void applyHeader(const Candidate &C, FileContext &Context) {
  Direction Way = Context.Run.Names.direction();
  if (C.ComputedInclude)
    return Context.tell("computed-include", C, Severity::Warning,
                        ("the header's name comes from a macro; check what it "
                         "includes on " +
                         targetSide(Way))
                            .str());
  if (const IncludeFact *Fact = Context.includeFact(C); Fact && C.E)
    if (std::string Sides = Context.dispute(Fact->SdkUnit, Fact->UserUnit);
        !Sides.empty())
      return Context.tell(
          "ambiguous-name", C, Severity::Warning,
          ("`" + C.Text + "` is " + Sides + "; left as it is").str());
  if (const InputFile *Input = includedInput(C, Context)) {
    std::string New = portedFileName(C.Text, Way);
    if (Context.Options.Rename && New != C.Text &&
        portedFileName(Input->Path, Way) != Input->Path)
      Context.edit("renamed-file", C, New,
                   ("`" + C.Text + "` is renamed to `" + New + "`").str());
    return;
  }
  if (isProjectHeader(C, Context))
    return;
  if (C.E)
    return applyEntry(C, Table::renamedHeader(*C.E, C.Text), Context);
  const IncludeFact *Fact = Context.includeFact(C);
  bool Found = Fact && !Fact->Resolved.empty();
  if (!Found && looksLikeSdkHeader(C.Text, Way))
    Context.tell("unknown-header", C, Severity::Warning,
                 ("header `" + C.Text + "` looks like one of " +
                  sourceSide(Way) +
                  "'s, but the mapping tables do not know it; left as it is")
                     .str());
}

} // namespace musify
