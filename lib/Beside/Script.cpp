// CMake scripts that both backends share: each block of an option for CUDA gets
// a copy for MUSA behind it.
#include "Beside/Code.h"
#include "Beside/Share.h"
#include "Diag/Message.h"
#include "Rename/Words.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace llvm;

namespace musify {
namespace {

struct Line {
  StringRef Text;
  unsigned Begin, End; ///< with its line break
};

std::vector<Line> linesOf(StringRef Text) {
  std::vector<Line> Out;
  for (size_t Begin = 0; Begin < Text.size();) {
    size_t End = Text.find('\n', Begin);
    End = End == StringRef::npos ? Text.size() : End + 1;
    Out.push_back(
        {Text.slice(Begin, End).trim(), unsigned(Begin), unsigned(End)});
    Begin = End;
  }
  return Out;
}

/// The arguments of `command(...)` on one line; none for another command.
std::optional<StringRef> argumentsOf(StringRef Text, StringRef Command) {
  if (!Text.take_front(Command.size()).equals_insensitive(Command))
    return std::nullopt;
  StringRef Rest = Text.drop_front(Command.size()).ltrim();
  if (!Rest.consume_front("("))
    return std::nullopt;
  return Rest.take_until([](char C) { return C == ')'; }).trim();
}

class ScriptSharer {
public:
  ScriptSharer(const SharedText &In, ArrayRef<RenameRule> Rules)
      : In(In), Rules(Rules), Lines(linesOf(In.Text)) {}
  FilePlan run();

private:
  bool isSwitch(StringRef Name) const {
    bool IsName =
        llvm::all_of(Name, [](char C) { return isAlnum(C) || C == '_'; });
    return !Name.empty() && IsName &&
           renameWords(Name, Rules, RenameRule::Names) != Name;
  }
  size_t endOfBlock(size_t I, bool &HasElse) const;
  void copy(unsigned Begin, unsigned End, StringRef Beside);
  std::string renamed(unsigned Begin, unsigned End) const;
  void report();

  const SharedText &In;
  ArrayRef<RenameRule> Rules;
  std::vector<Line> Lines;
  std::vector<TextRange> Done;
  FilePlan Out;
};

/// The index of the `endif` of the block that begins at `I`.
size_t ScriptSharer::endOfBlock(size_t I, bool &HasElse) const {
  unsigned Depth = 0;
  for (; I < Lines.size(); ++I) {
    StringRef Text = Lines[I].Text;
    if (argumentsOf(Text, "if"))
      ++Depth;
    HasElse |= Depth == 1 &&
               (argumentsOf(Text, "else") || argumentsOf(Text, "elseif"));
    if (argumentsOf(Text, "endif") && !--Depth)
      break;
  }
  return I;
}

/// The lines as a port has them, with the words of names and paths changed.
std::string ScriptSharer::renamed(unsigned Begin, unsigned End) const {
  std::string Out;
  unsigned At = Begin;
  auto Add = [&](unsigned Stop) {
    std::string Piece =
        renameWords(In.Text.slice(At, Stop), Rules, RenameRule::Names);
    Out += Piece;
    At = Stop;
  };
  for (const Finding &F : In.Ported.Edits) {
    if (F.Where.Offset < At || F.Where.Offset + F.Where.Length > End)
      continue;
    Add(F.Where.Offset);
    Out += *F.NewText;
    At += F.Where.Length;
  }
  Add(End);
  return Out;
}

void ScriptSharer::copy(unsigned Begin, unsigned End, StringRef Beside) {
  std::string Text = renamed(Begin, End);
  bool EndsText = !In.Text.take_front(End).ends_with("\n");
  Out.Edits.push_back({"beside",
                       {In.Path.str(), End, 0},
                       (EndsText ? "\n" : "") + std::move(Text),
                       Severity::Note,
                       say(msg::SharedAdded, Beside),
                       {}});
  Done.push_back({Begin, End});
}

/// What a port would change elsewhere.
void ScriptSharer::report() {
  StringSet<> Reported;
  for (const Finding &F : In.Ported.Edits) {
    StringRef Old = In.Text.substr(F.Where.Offset, F.Where.Length);
    bool IsDone = llvm::any_of(
        Done, [&](const TextRange &R) { return R.holds(F.Where.Offset); });
    if (!IsDone && Reported.insert(Old).second)
      Out.Findings.push_back(
          makeFinding(F.Where, say(msg::SharedPlace, Old, *F.NewText), {}));
  }
}

FilePlan ScriptSharer::run() {
  for (size_t I = 0; I < Lines.size(); ++I) {
    const Line &L = Lines[I];
    if (auto Option = argumentsOf(L.Text, "option");
        Option && isSwitch(Option->take_until(isSpace)) &&
        L.Text.ends_with(")")) {
      copy(L.Begin, L.End, Option->take_until(isSpace));
      continue;
    }
    auto Condition = argumentsOf(L.Text, "if");
    if (!Condition || !isSwitch(*Condition))
      continue;
    bool HasElse = false;
    size_t End = endOfBlock(I, HasElse);
    if (End == Lines.size() || HasElse)
      continue;
    copy(L.Begin, Lines[End].End, *Condition);
    I = End;
  }
  report();
  return std::move(Out);
}

} // namespace

FilePlan shareScript(const SharedText &In, ArrayRef<RenameRule> Rules) {
  return ScriptSharer(In, Rules).run();
}

} // namespace musify
