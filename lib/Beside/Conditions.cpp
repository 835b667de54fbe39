// Conditions of the preprocessor, and how one asks for both backends.
#include "Beside/Code.h"
#include "Beside/Pieces.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"

using namespace llvm;

namespace musify {
namespace {

/// The tokens of a condition; "" outside of them.
class ConditionTokens {
public:
  explicit ConditionTokens(StringRef Text) : All(piecesOf(Text)) {}

  size_t size() const { return All.size(); }
  const Piece &operator[](size_t I) const { return All[I]; }
  StringRef at(size_t I) const { return I < All.size() ? All[I].Text : ""; }
  bool isName(size_t I) const { return I < All.size() && All[I].IsName; }

  /// First and last token of what asks whether the name at `I` is defined, or
  /// true; none if it is compared, called or given to a function.
  std::optional<std::pair<size_t, size_t>> question(size_t I) const {
    if (at(I - 1) == "defined")
      return std::pair(I - 1, I);
    if (at(I - 1) == "(" && at(I - 2) == "defined" && at(I + 1) == ")")
      return std::pair(I - 2, I + 1);
    StringRef Before = at(I - 1), Next = at(I + 1);
    bool IsTruth = is_contained({"", "(", "!", "&&", "||"}, Before) &&
                   is_contained({"", ")", "&&", "||"}, Next) &&
                   (Before != "(" || !isName(I - 2) || Next != ")");
    return IsTruth ? std::optional(std::pair(I, I)) : std::nullopt;
  }

private:
  std::vector<Piece> All;
};

bool isOr(StringRef Token, StringRef Bracket) {
  return Token.empty() || Token == Bracket || Token == "||";
}

} // namespace

std::vector<Conditional> findConditionals(StringRef Text) {
  std::vector<Piece> All = piecesOf(Text);
  std::vector<Conditional> Out;
  std::vector<size_t> Open; // by their place in `Out`
  for (size_t I = 0; I + 1 < All.size(); ++I) {
    StringRef Name = All[I + 1].Text;
    bool Begins = Name.starts_with("if"), IsEnd = Name == "endif";
    if (!All[I].BeginsLine || All[I].Text != "#" || All[I + 1].BeginsLine ||
        !(Begins || IsEnd || Name.starts_with("el")))
      continue;
    size_t Last = I + 1;
    while (Last + 1 < All.size() && !All[Last + 1].BeginsLine)
      ++Last;
    unsigned Line = lineBegin(Text, All[I].Offset);
    if (!Begins && !Open.empty()) {
      Out[Open.back()].Body.End = Line;
      Open.pop_back();
    }
    if (IsEnd)
      continue;
    Open.push_back(Out.size());
    unsigned Body = lineEnd(Text, All[Last].end() - 1);
    bool HasCondition = Last > I + 1;
    Out.push_back(
        {Name,
         {All[I + 1].Offset, All[Last].end()},
         {HasCondition ? All[I + 2].Offset : All[Last].end(), All[Last].end()},
         {Body, Body}});
  }
  llvm::erase_if(Out, [](const Conditional &C) {
    return C.Condition.Begin == C.Condition.End || C.Body.End < C.Body.Begin;
  });
  return Out;
}

std::optional<std::string>
widenedDirective(const Conditional &C, StringRef Text,
                 function_ref<StringRef(unsigned Offset)> NewName) {
  StringRef Condition = Text.slice(C.Condition.Begin, C.Condition.End);
  ConditionTokens Tokens(Condition);
  auto NewAt = [&](size_t I) {
    return Tokens.isName(I) ? NewName(C.Condition.Begin + Tokens[I].Offset)
                            : StringRef();
  };
  if (C.Name == "ifdef" || C.Name == "ifndef") {
    StringRef New = NewAt(0), Not = C.Name == "ifdef" ? "" : "!";
    if (New.empty() || Tokens.size() != 1)
      return std::nullopt;
    return ("if " + Twine(Not) + "defined(" + Condition + ")" +
            (Not.empty() ? " || " : " && ") + Not + "defined(" + New + ")")
        .str();
  }
  if (C.Name != "if" && C.Name != "elif")
    return std::nullopt;
  std::string Out = Text.slice(C.Directive.Begin, C.Condition.Begin).str();
  unsigned Done = 0;
  for (size_t I = 0; I < Tokens.size(); ++I) {
    StringRef New = NewAt(I);
    if (New.empty())
      continue;
    auto Question = Tokens.question(I);
    if (!Question)
      return std::nullopt;
    auto [First, Last] = *Question;
    StringRef Old = Condition.slice(Tokens[First].Offset, Tokens[Last].end());
    StringRef Head = Condition.slice(Tokens[First].Offset, Tokens[I].Offset);
    StringRef Tail = Condition.slice(Tokens[I].end(), Tokens[Last].end());
    bool IsPlain =
        isOr(Tokens.at(First - 1), "(") && isOr(Tokens.at(Last + 1), ")");
    Out += Condition.slice(Done, Tokens[First].Offset);
    Out += (IsPlain ? "" : "(") +
           (Twine(Old) + " || " + Head + New + Tail).str() +
           (IsPlain ? "" : ")");
    Done = Tokens[Last].end();
  }
  return Out + Condition.substr(Done).str();
}

} // namespace musify
