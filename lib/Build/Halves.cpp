#include "Build/Halves.h"
#include "Build/PythonHalves.h"
#include "Build/Sides.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/StringSwitch.h"

using namespace llvm;

namespace musify {
namespace {

/// What a line does to the branches around it.
struct Head {
  enum class Is { Nothing, Begin, Next, Else, End };
  Is What = Is::Nothing;
  StringRef Condition;
};

struct Branch {
  Head If;
  ScriptRange Whole; ///< from its first line to the next branch's
};

/// `ifneq ($(X),)` asks whether there is something.
bool isNegatedInMake(StringRef Condition) {
  bool Negated = Condition.starts_with("ifndef") ||
                 Condition.starts_with("ifneq") || Condition.starts_with("!");
  if (!Condition.starts_with("ifeq") && !Condition.starts_with("ifneq"))
    return Negated;
  std::string Value =
      Condition.rsplit(',').second.rtrim(")").trim(" \t\"'").lower();
  bool IsNo =
      Value.empty() || is_contained({"0", "no", "off", "false", "n"}, Value);
  return Negated != IsNo;
}

bool isNegated(StringRef Condition, ScriptSyntax Syntax) {
  if (Syntax == ScriptSyntax::Make)
    return isNegatedInMake(Condition);
  if (Syntax == ScriptSyntax::Shell)
    return Condition.contains('!') || Condition.contains("-z ") ||
           Condition.contains("-ne ");
  SmallVector<StringRef> Words;
  SplitString(Condition, Words, " \t()");
  return llvm::any_of(Words,
                      [](StringRef W) { return W.equals_insensitive("not"); });
}

Head headOfCMake(StringRef Line) {
  StringRef Word = Line.take_while(isAlpha);
  StringRef Rest = Line.drop_front(Word.size()).ltrim();
  if (!Rest.consume_front("("))
    return {};
  Rest = Rest.take_front(Rest.rfind(')'));
  auto What = StringSwitch<Head::Is>(Word.lower())
                  .Case("if", Head::Is::Begin)
                  .Case("elseif", Head::Is::Next)
                  .Case("else", Head::Is::Else)
                  .Case("endif", Head::Is::End)
                  .Default(Head::Is::Nothing);
  return {What, Rest};
}

/// Also of automake: `if USE_CUDA`.
Head headOfMake(StringRef Line) {
  auto Asks = [](StringRef Text) {
    StringRef Word = Text.take_while(isAlpha);
    return is_contained({"if", "ifdef", "ifndef", "ifeq", "ifneq"}, Word);
  };
  if (Asks(Line))
    return {Head::Is::Begin, Line};
  StringRef Word = Line.take_while(isAlpha);
  StringRef Rest = Line.drop_front(Word.size()).ltrim();
  if (Word == "else")
    return Asks(Rest) ? Head{Head::Is::Next, Rest} : Head{Head::Is::Else, {}};
  return {Word == "endif" ? Head::Is::End : Head::Is::Nothing, {}};
}

/// `cuda)`, `"cuda"|nv)`: a label in a `case`.
bool isLabel(StringRef Line) {
  StringRef Label = Line.take_until([](char C) { return C == ')'; });
  return Label.size() < Line.size() && !Label.empty() &&
         llvm::all_of(
             Label,
             [](char C) {
               return isAlnum(C) || StringRef("_-|*\"' .").contains(C);
             });
}

Head headOfShell(StringRef Line) {
  auto [Word, Rest] = Line.split(' ');
  bool IsWhole = Line.ends_with("fi") || Line.ends_with("esac");
  if (Word == "if" || Word == "case")
    return {IsWhole ? Head::Is::Nothing : Head::Is::Begin,
            Word == "if" ? Rest : StringRef()};
  if (Word == "elif")
    return {Head::Is::Next, Rest};
  if (Word == "else")
    return {Head::Is::Else, {}};
  if (isLabel(Line))
    return {Head::Is::Next, Line.split(')').first};
  Word = Word.take_while(isAlpha);
  bool Ends = Word == "fi" || Word == "esac";
  return {Ends ? Head::Is::End : Head::Is::Nothing, {}};
}

class HalfFinder {
public:
  HalfFinder(StringRef Text, ScriptSyntax Syntax)
      : Text(Text), Syntax(Syntax) {}
  ScriptHalves run();

private:
  Head headOf(StringRef Line) const;
  void follow(const Head &H, unsigned At);
  void endBlock();
  bool isMusas(const Branch &B) const {
    return namesMusa(B.If.Condition) && !namesCuda(B.If.Condition) &&
           !isNegated(B.If.Condition, Syntax);
  }
  bool isCudas(const Branch &B) const;

  StringRef Text;
  ScriptSyntax Syntax;
  std::vector<std::vector<Branch>> Open;
  std::vector<Branch> ForCuda; ///< whose block has no branch for MUSA
  StringSet<> Musas;           ///< neutral conditions of branches for MUSA
  ScriptHalves Out;
};

/// Or for builds without MUSA.
bool HalfFinder::isCudas(const Branch &B) const {
  bool Negated = isNegated(B.If.Condition, Syntax);
  return namesCuda(B.If.Condition) ? !namesMusa(B.If.Condition) && !Negated
                                   : namesMusa(B.If.Condition) && Negated;
}

Head HalfFinder::headOf(StringRef Line) const {
  if (Syntax == ScriptSyntax::CMake)
    return headOfCMake(Line);
  return Syntax == ScriptSyntax::Make ? headOfMake(Line) : headOfShell(Line);
}

void HalfFinder::endBlock() {
  std::vector<Branch> Block = std::move(Open.back());
  Open.pop_back();
  bool HasMusas = false;
  for (const Branch &B : Block)
    if (isMusas(B)) {
      HasMusas = true;
      Out.Musa.push_back(B.Whole);
      Musas.insert(neutralCondition(B.If.Condition));
    }
  for (const Branch &B : Block) {
    bool IsRest = HasMusas && B.If.What == Head::Is::Else;
    bool IsHalf = isCudas(B) && (HasMusas || namesMusa(B.If.Condition));
    if (IsRest || IsHalf)
      Out.Cuda.push_back(B.Whole);
    else if (isCudas(B))
      ForCuda.push_back(B);
  }
}

void HalfFinder::follow(const Head &H, unsigned At) {
  if (H.What == Head::Is::Begin)
    Open.emplace_back();
  else if (Open.empty())
    return;
  else
    Open.back().back().Whole.End = At;
  if (H.What == Head::Is::End)
    return endBlock();
  Open.back().push_back({H, {At, At}});
}

ScriptHalves HalfFinder::run() {
  for (size_t At = 0; At < Text.size();) {
    size_t End = std::min(Text.find('\n', At), Text.size());
    Head H = headOf(Text.slice(At, End).trim());
    if (H.What != Head::Is::Nothing)
      follow(H, unsigned(At));
    At = End + 1;
  }
  // Whether a package was found is no question that a project decides.
  for (const Branch &B : ForCuda)
    if (!B.If.Condition.contains("_FOUND") &&
        Musas.contains(neutralCondition(B.If.Condition)))
      Out.Cuda.push_back(B.Whole);
  return std::move(Out);
}

} // namespace

ScriptHalves halvesOf(StringRef Text, ScriptSyntax Syntax) {
  if (!namesMusa(Text))
    return {};
  switch (Syntax) {
  case ScriptSyntax::CMake:
  case ScriptSyntax::Make:
  case ScriptSyntax::Shell:
    return HalfFinder(Text, Syntax).run();
  case ScriptSyntax::Python:
    return pythonHalves(Text);
  default:
    return {};
  }
}

} // namespace musify
