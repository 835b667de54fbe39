// C++ in the strings of build scripts, ported by the rules for sources.
#include "Driver/Stages.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace musify {

/// True if the text can stand in a string of any script without an escape.
static bool isPlain(StringRef NewText) {
  return NewText.find_first_of("\"'\\$\r\n") == StringRef::npos;
}

/// One note in place of all edits of a module that is not ported.
static void leave(const LoadedScript &S, std::vector<Finding> &All) {
  auto First = find_if(All, [](const Finding &F) { return F.NewText; });
  if (First == All.end())
    return;
  auto Edits = count_if(All, [](const Finding &F) { return F.NewText; });
  Finding Note = makeFinding(
      {S.Input.Path, First->Where.Offset, First->Where.Length},
      say(msg::HeldSourceKept, unsigned(Edits)), {}, Severity::Note);
  erase_if(All, [](const Finding &F) { return F.NewText; });
  All.push_back(std::move(Note));
}

std::vector<Finding> portHeldSources(const LoadedScript &S,
                                     const Workspace &Project,
                                     const PortOptions &Options) {
  if (S.Content.Sources.empty())
    return {};
  std::string Code = textOfSources(S.Content);
  ScannedFile Scan = scanFile(Code, Project.Names, Options.Comments);
  PortOptions Inner = Options;
  Inner.Ptx = PtxPolicy::Report; // a string has no room for other lines
  auto Out = decide(S.Input, Scan, Facts(), Program(), Project, Inner);
  // Names of renamed files follow in all of a script's text.
  erase_if(Out, [](const Finding &F) { return F.Rule == "renamed-file"; });
  if (!S.Content.Builds && !Options.Python)
    leave(S, Out);
  for (Finding &F : Out) {
    if (F.What.Id == msg::HeldSourceKept)
      continue;
    F.What = say(msg::InHeldSource, std::move(F.What));
    F.Fix.clear();
    if (F.NewText && !isPlain(*F.NewText)) {
      leaveUnchanged(F);
      F.What.add(say(msg::NotChanged));
    }
  }
  erase_if(Out, [&](const Finding &F) {
    return S.Content.Scan.isExcluded(F.Where.Offset);
  });
  return Out;
}

} // namespace musify
