#include "Verify/Problems.h"
#include "Report/LineIndex.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace musify {

/// Where Clang's message points to.
static SourceSpan placeOf(const Message &Problem, const FileResult &Default,
                          const StringMap<FileResult *> &Ports) {
  if (Problem.Id != MessageId::ClangErrorAt)
    return {Default.Path, 0, 0};
  const FileResult *In = Ports.lookup(Problem.Arguments[0].Text);
  unsigned Line = 0, Column = 0;
  if (!In || StringRef(Problem.Arguments[1].Text).getAsInteger(10, Line) ||
      StringRef(Problem.Arguments[2].Text).getAsInteger(10, Column))
    return {Default.Path, 0, 0};
  LineIndex Lines(In->OldText);
  StringRef Text = Lines.line(Line);
  return {In->Path, unsigned(Text.data() - In->OldText.data()) + Column - 1, 1};
}

void judgeProblems(ComparedFile &F, const StringMap<FileResult *> &Ports) {
  // What another file includes is no unit by itself.
  bool IsAccepted =
      F.Before && F.Before->IsUnit && F.Original->ParseProblems.empty();
  // PyTorch's headers, where they are given, are not those of torch_musa.
  if (!IsAccepted || F.Before->IncludesTorch)
    return;
  // All other errors may follow from what a missing header declares.
  bool LacksHeader =
      llvm::any_of(F.Port->ParseProblems, [](const Message &Problem) {
        return Problem.Id == msg::HeaderNotFound;
      });
  for (const Message &Problem : F.Port->ParseProblems) {
    if (LacksHeader && Problem.Id != msg::HeaderNotFound)
      continue;
    SourceSpan Where = placeOf(Problem, *F.Port, Ports);
    FileResult *In = Ports.lookup(Where.File);
    auto Old = In == F.Port ? F.How.oldOffset(Where.Offset) : std::nullopt;
    if (Where.Length && Old && isLeftToPerson(*F.Original, {*Old, *Old + 1}))
      continue; // as for a name that only a later SDK has
    Message What = Problem.Id == MessageId::ClangErrorAt && Where.Length
                       ? say(msg::ClangError, Problem.Arguments[3].Text)
                       : Problem;
    Finding Found = makeFinding(Where, say(msg::VerifyDoesNotParse, What),
                                {Engine::Ast, F.Port->Path, ""});
    auto &All = (In ? In : F.Port)->Plan.Findings;
    // An error in a header comes with each unit, and one at a place that is
    // reported anyway is no news.
    bool IsTold = llvm::any_of(All, [&](const Finding &Each) {
      return Each.Where.Offset == Where.Offset &&
             (Where.Length || Each.What == Found.What);
    });
    if (!IsTold)
      All.push_back(std::move(Found));
  }
}

void judgeFixes(ComparedFile &F) {
  if (!F.After)
    return;
  for (const FixFact &Fix : F.After->Fixes) {
    Message Advice = Fix.Length ? say(msg::VerifyFixIt, Fix.Text)
                                : say(msg::VerifyFixItBefore, Fix.Text);
    auto &All = F.Port->Plan.Findings;
    auto Told = llvm::find_if(All, [&](const Finding &Each) {
      return Each.Where.Offset == Fix.Offset &&
             Each.What.Id == msg::VerifyDoesNotParse;
    });
    if (Told != All.end()) {
      if (Fix.hasEdit())
        Told->What.add(std::move(Advice));
      continue;
    }
    Message What = say(msg::VerifyOlderClang, Fix.Why);
    if (Fix.hasEdit())
      What.add(std::move(Advice));
    addFinding(*F.Port, Fix.Offset, std::max(Fix.Length, 1u), std::move(What));
  }
}

} // namespace musify
