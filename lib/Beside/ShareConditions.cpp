// Conditions that ask for MUSA as well, and branches for it.
#include "Beside/Sharer.h"
#include "Diag/Message.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {

/// True if a port changes the lines, conditions and what has its counterpart
/// left out.
bool Sharer::changesBody(const TextRange &Body) const {
  return llvm::any_of(In.Ported.Edits, [&](const Finding &F) {
    return Body.holds(F.Where.Offset) && !isDone(F.Where.Offset) &&
           !isCondition(In.Text, F.Where.Offset);
  });
}

/// A condition around what a port leaves alone asks for both backends; around
/// what it changes there is another branch.
void Sharer::widen(const Conditional &C) {
  auto NewName = [&](unsigned Offset) {
    for (const Finding &F : In.Ported.Edits)
      if (F.Where.Offset == Offset && llvm::all_of(*F.NewText, [](char C) {
            return isAlnum(C) || C == '_';
          }))
        return StringRef(*F.NewText);
    return StringRef();
  };
  StringRef Old = In.Text.slice(C.Condition.Begin, C.Condition.End);
  auto New = widenedDirective(C, In.Text, NewName);
  if (!New)
    return;
  if (!changesBody(C.Body)) {
    Done.push_back(C.Directive);
    Out.Edits.push_back({"beside",
                         {In.Path.str(), C.Directive.Begin,
                          C.Directive.End - C.Directive.Begin},
                         std::move(New),
                         Severity::Note,
                         say(msg::SharedAdded, Old),
                         {}});
    return;
  }
  if (Old.contains("||") || Old.contains('!') || C.Name == "ifndef")
    return;
  std::string Asks = portedText(In.Text, C.Condition, In.Ported);
  if (C.Name == "ifdef")
    Asks = "defined(" + Asks + ")";
  insert(C.Body.End, "#elif " + Asks + Break.str() + portedBody(C.Body), Old);
  Done.push_back({C.Directive.Begin, C.Body.End});
}

/// True if the condition has the names of a port beside those of CUDA.
bool Sharer::asksAlready(const Conditional &C) const {
  StringSet<> Names;
  forEachNameIn(In.Text.slice(C.Condition.Begin, C.Condition.End),
                [&](StringRef Name, unsigned) { Names.insert(Name); });
  return llvm::any_of(In.Ported.Edits, [&](const Finding &F) {
    return C.Condition.holds(F.Where.Offset) && Names.contains(*F.NewText);
  });
}

void Sharer::widenConditions() {
  for (const Conditional &C : findConditionals(In.Text))
    if (!isDone(C.Directive.Begin) && hasEdit(In.Ported, C.Condition)) {
      if (asksAlready(C))
        Done.push_back(C.Directive);
      else
        widen(C);
    }
}

} // namespace musify
