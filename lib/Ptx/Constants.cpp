#include "Ptx/Constants.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {
namespace {

bool isWord(char C) { return isAlnum(C) || C == '_'; }

/// What `Name` is defined to be, nearest to the end of `Before`.
StringRef definition(StringRef Name, StringRef Before) {
  // Most names are template parameters, of which a large file has thousands.
  constexpr size_t Farthest = 256 << 10;
  Before = Before.take_back(Farthest);
  for (size_t At = Before.rfind(Name); At != StringRef::npos;
       At = Before.take_front(At).rfind(Name)) {
    StringRef After = Before.substr(At + Name.size());
    bool IsWhole = (!At || !isWord(Before[At - 1])) &&
                   (After.empty() || !isWord(After[0]));
    if (!IsWhole)
      continue;
    StringRef Line = Before.take_front(At);
    Line = Line.substr(Line.find_last_of("\n;{}") + 1).trim();
    if (Line.starts_with("#") && Line.ends_with("define"))
      return After.take_until([](char C) { return C == '\n'; }).trim();
    After = After.ltrim();
    if (!After.starts_with("=") || After.starts_with("=="))
      continue;
    bool IsConstant = Line.contains("constexpr") || Line.contains("const ");
    return IsConstant ? After.drop_front().split(';').first.trim() : "";
  }
  return "";
}

/// By precedence, from `|` down to `*`.
class Evaluator {
public:
  Evaluator(StringRef Text, StringRef Before, unsigned Depth)
      : Text(Text), Before(Before), Depth(Depth) {}

  std::optional<uint64_t> whole() {
    uint64_t Value = binary(0);
    return IsGood && Text.trim().empty() ? std::optional(Value) : std::nullopt;
  }

private:
  static constexpr StringLiteral Levels[][2] = {
      {"|", ""}, {"^", ""}, {"&", ""}, {"<<", ">>"}, {"+", "-"}, {"*", ""}};

  uint64_t binary(unsigned Level) {
    if (Level == std::size(Levels))
      return unary();
    uint64_t Left = binary(Level + 1);
    for (;;) {
      Text = Text.ltrim();
      StringRef Op;
      for (StringRef Each : Levels[Level])
        if (!Each.empty() && Text.starts_with(Each) &&
            !Text.starts_with("||") && !Text.starts_with("&&"))
          Op = Each;
      if (Op.empty())
        return Left;
      Text = Text.drop_front(Op.size());
      Left = applied(Op, Left, binary(Level + 1));
    }
  }

  static uint64_t applied(StringRef Op, uint64_t A, uint64_t B) {
    switch (Op[0]) {
    case '|':
      return A | B;
    case '^':
      return A ^ B;
    case '&':
      return A & B;
    case '<':
      return B < 64 ? A << B : 0;
    case '>':
      return B < 64 ? A >> B : 0;
    case '+':
      return A + B;
    case '-':
      return A - B;
    default:
      return A * B;
    }
  }

  uint64_t unary() {
    Text = Text.ltrim();
    if (Text.consume_front("~"))
      return ~unary();
    if (Text.consume_front("-"))
      return -unary();
    if (Text.consume_front("(")) {
      uint64_t Value = binary(0);
      Text = Text.ltrim();
      IsGood &= Text.consume_front(")");
      return Value;
    }
    StringRef Word = Text.take_while(isWord);
    Text = Text.drop_front(Word.size());
    uint64_t Value = 0;
    if (!Word.empty() && isDigit(Word[0])) {
      IsGood &= !Word.rtrim("uUlL").getAsInteger(0, Value);
      return Value;
    }
    StringRef Meaning =
        Word.empty() || Depth > 4 ? "" : definition(Word, Before);
    auto Known = Meaning.empty()
                     ? std::nullopt
                     : Evaluator(Meaning, Before, Depth + 1).whole();
    IsGood &= Known.has_value();
    return Known.value_or(0);
  }

  StringRef Text, Before;
  unsigned Depth;
  bool IsGood = true;
};

} // namespace

std::optional<uint64_t> constantValue(StringRef Expression, StringRef Before) {
  return Evaluator(Expression, Before, 0).whole();
}

} // namespace musify
