#include "Beside/Script.h"
#include "Beside/Pieces.h"
#include "Diag/Message.h"
#include "Rename/Words.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace llvm;

namespace musify {

std::string ScriptAdder::words(StringRef Text) const {
  return renameWords(Text, Rules, RenameRule::Names);
}

ArrayRef<Finding> ScriptAdder::editsIn(TextRange R) const {
  auto Begins = [](const Finding &F, unsigned At) {
    return F.Where.Offset < At;
  };
  const std::vector<Finding> &All = In.Ported.Edits; // sorted
  auto First = llvm::lower_bound(All, R.Begin, Begins);
  auto Last = std::lower_bound(First, All.end(), R.End, Begins);
  return {All.data() + (First - All.begin()), size_t(Last - First)};
}

std::string
ScriptAdder::renamed(TextRange R,
                     function_ref<std::string(TextRange)> Rename) const {
  std::string Out;
  unsigned At = R.Begin;
  for (const Finding &F : editsIn(R)) {
    if (F.Where.Offset < At || F.Where.Offset + F.Where.Length > R.End)
      continue;
    Out += Rename({At, F.Where.Offset});
    Out += *F.NewText;
    At = F.Where.Offset + F.Where.Length;
  }
  return Out + Rename({At, R.End});
}

std::string ScriptAdder::renamed(TextRange R) const {
  return renamed(R, [&](TextRange Each) {
    return words(In.Text.slice(Each.Begin, Each.End));
  });
}

bool ScriptAdder::hasSdkEdit(TextRange R) const {
  return llvm::any_of(editsIn(R), [&](const Finding &F) {
    return F.Rule != "project-name" && F.Rule != "renamed-file" &&
           F.Rule != "own-string";
  });
}

void ScriptAdder::skip(TextRange Of) { Done.push_back(Of); }

bool ScriptAdder::isDone(unsigned Offset) const {
  return llvm::any_of(Done,
                      [&](const TextRange &R) { return R.holds(Offset); });
}

void ScriptAdder::add(TextRange Of, unsigned At, std::string Text,
                      StringRef Beside) {
  Done.push_back(Of);
  if (followsAlready(In.Text, At, Text))
    return;
  if (!In.Text.take_front(At).ends_with("\n"))
    Text = "\n" + Text;
  insertAt(At, std::move(Text), Beside);
}

void ScriptAdder::insert(TextRange Of, unsigned At, std::string Text,
                         StringRef Beside) {
  Done.push_back(Of);
  insertAt(At, std::move(Text), Beside);
}

void ScriptAdder::report(TextRange Where, Message What) {
  Done.push_back(Where);
  Out.Findings.push_back(
      makeFinding({In.Path.str(), Where.Begin, Where.End - Where.Begin},
                  std::move(What), {}));
}

void ScriptAdder::insertAt(unsigned At, std::string Text, StringRef Beside) {
  for (Finding &F : Out.Edits) // a plan has one insertion at a place
    if (F.Where.Offset == At) {
      *F.NewText += Text;
      return;
    }
  Out.Edits.push_back({"beside",
                       {In.Path.str(), At, 0},
                       std::move(Text),
                       Severity::Note,
                       say(msg::SharedAdded, Beside),
                       {}});
}

FilePlan ScriptAdder::finish() {
  StringSet<> Reported;
  for (const Finding &F : In.Ported.Edits) {
    StringRef Old = In.Text.substr(F.Where.Offset, F.Where.Length);
    bool IsPlace = !Old.trim().empty() && !StringRef(*F.NewText).trim().empty();
    if (IsPlace && !isDone(F.Where.Offset) && Reported.insert(Old).second)
      Out.Findings.push_back(
          makeFinding(F.Where, say(msg::SharedPlace, Old, *F.NewText), {}));
  }
  for (const Finding &F : In.Ported.Findings) // of code that MUSA gets as well
    if (isDone(F.Where.Offset))
      Out.Findings.push_back(F);
  llvm::sort(Out.Edits, [](const Finding &A, const Finding &B) {
    return A.Where.Offset < B.Where.Offset;
  });
  return std::move(Out);
}

FilePlan shareScript(const SharedScript &S, ArrayRef<RenameRule> Rules) {
  ScriptAdder To(S.In, Rules);
  if (S.Syntax == ScriptSyntax::CMake)
    shareCMake(S, To);
  else if (S.Syntax == ScriptSyntax::Python)
    sharePython(S, To);
  if (S.Syntax == ScriptSyntax::Python || S.Syntax == ScriptSyntax::Config)
    shareDevices(S, To);
  return To.finish();
}

} // namespace musify
