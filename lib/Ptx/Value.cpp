#include "Ptx/Value.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {
namespace {

bool isWord(char C) { return isAlnum(C) || C == '_' || C == '$'; }

/// Behind the bracket that closes the first character.
size_t behindBracket(StringRef Text) {
  unsigned Depth = 0;
  for (size_t I = 0; I < Text.size(); ++I) {
    Depth += StringRef("([{").contains(Text[I]);
    Depth -= StringRef(")]}").contains(Text[I]);
    if (!Depth)
      return I + 1;
  }
  return Text.size();
}

/// Template arguments of a cast, such as `<unsigned *>`.
size_t behindAngles(StringRef Text) {
  size_t Close = Text.find(">(");
  return Close == StringRef::npos ? 0 : Close + 1;
}

bool isCast(StringRef Word) { return Word.ends_with("_cast"); }

std::string hexBits(StringRef Text) { return "0x" + Text.drop_front(2).str(); }

} // namespace

bool isIdentifier(StringRef Text) {
  return !Text.empty() && !isDigit(Text[0]) && all_of(Text, isWord);
}

bool isPrimary(StringRef Text, bool Unary) {
  if (Unary)
    Text = Text.ltrim("*&~!-");
  if (Text.empty())
    return false;
  for (bool IsFirst = true; !Text.empty(); IsFirst = false) {
    if (isWord(Text[0])) {
      StringRef Word = Text.take_while(isWord);
      Text = Text.drop_front(Word.size());
      if (isCast(Word) && Text.starts_with("<"))
        Text = Text.drop_front(behindAngles(Text));
    } else if (Text[0] == '(' || Text[0] == '[') {
      bool MayCast = IsFirst && Text[0] == '(';
      Text = Text.drop_front(behindBracket(Text));
      if (!Text.empty() && (isWord(Text[0]) || (MayCast && Text[0] == '(')))
        return false; // a cast before an operand
    } else if (!Text.consume_front("::") && !Text.consume_front("->") &&
               !Text.consume_front(".")) {
      return false;
    }
  }
  return true;
}

std::string wrapped(StringRef Text) {
  bool Cast = Text.starts_with("(") && behindBracket(Text) < Text.size() &&
              isPrimary(Text.drop_front(behindBracket(Text)), true);
  return isPrimary(Text, true) || Cast ? Text.str() : ("(" + Text + ")").str();
}

bool isSimple(StringRef Text) {
  if (Text.contains("++") || Text.contains("--") || Text.contains('('))
    return false;
  return isPrimary(Text);
}

std::string castTo(StringRef Type, StringRef Text) {
  if (isIdentifier(Type))
    return (Type + "(" + Text + ")").str();
  return ("(" + Type + ")" +
          (isPrimary(Text, true) ? Text.str() : ("(" + Text + ")").str()))
      .str();
}

std::string substitute(StringRef Pattern, StringRef Value) {
  auto [Before, After] = Pattern.split('$');
  bool IsHole = Pattern.contains('$');
  bool IsArgument = Before.ends_with("(") && After.starts_with(")");
  return IsHole ? Before.str() + (IsArgument ? Value.str() : wrapped(Value)) +
                      After.str()
                : Pattern.str();
}

std::optional<std::string> literal(const PtxOperand &O, const PtxType &As) {
  StringRef Text = O.Text;
  if (O.K == PtxOperand::Kind::Integer) {
    if (!As.isInteger())
      return std::nullopt;
    bool IsNegative = Text.starts_with("-");
    StringRef Suffix = As.Bits == 64 ? "ll" : "";
    if (As.K == PtxType::Kind::Unsigned)
      return IsNegative ? castTo(As.Cpp, Text) : (Text + "u" + Suffix).str();
    uint64_t N;
    bool Fits = !Text.ltrim("-").getAsInteger(0, N) &&
                (As.Bits == 64 || N < uint64_t(1) << (As.Bits - 1));
    if (!Fits)
      return castTo(As.Cpp, Text);
    return IsNegative ? ("(" + Text + Suffix + ")").str()
                      : (Text + Suffix).str();
  }
  if (As.K != PtxType::Kind::Float || As.Bits < 32)
    return std::nullopt;
  if (Text.starts_with_insensitive("0f") || Text.starts_with_insensitive("0d"))
    return substitute(As.FromBits,
                      hexBits(Text) + (As.Bits == 64 ? "ull" : "u"));
  return As.Bits == 32 ? (Text + "f").str() : Text.str();
}

static std::optional<std::string> asInteger(PtxValue V, const PtxType &As,
                                            bool Raw) {
  if (V.Type->K == PtxType::Kind::Float) {
    if (V.Type->Bits != As.Bits)
      return std::nullopt;
    V.Text = substitute(V.Type->ToBits, V.Text);
    return As.K == PtxType::Kind::Signed ? castTo(As.Cpp, V.Text) : V.Text;
  }
  if (!V.Type->isInteger() || V.Type->Bits < As.Bits)
    return std::nullopt;
  bool SameBits = V.Type->Bits == As.Bits;
  if ((Raw && SameBits) || (V.IsExact && V.Type->Cpp == As.Cpp))
    return V.Text;
  return castTo(As.Cpp, V.Text);
}

std::optional<std::string> convert(const PtxValue &V, const PtxType &As,
                                   bool Raw) {
  using Kind = PtxType::Kind;
  if (!V.Type)
    return As.isInteger() ? std::optional(castTo(As.Cpp, V.Text))
                          : std::nullopt;
  if (As.isInteger())
    return asInteger(V, As, Raw);
  if (V.Type->Bits != As.Bits ||
      (V.Type->K == Kind::Predicate) != (As.K == Kind::Predicate))
    return std::nullopt;
  if (As.K == V.Type->K && (As.Name == V.Type->Name || As.K == Kind::Predicate))
    return V.Text;
  if (As.K == Kind::View && !V.IsLvalue)
    return std::nullopt;
  if (!V.Type->isInteger())
    return std::nullopt;
  return substitute(As.FromBits, V.Text);
}

std::optional<std::string> stored(StringRef Text, const PtxType &From,
                                  const PtxType &Storage) {
  using Kind = PtxType::Kind;
  if (From.K == Kind::Predicate || Storage.K == Kind::Predicate)
    return From.K == Storage.K ? std::optional(Text.str()) : std::nullopt;
  if (From.isInteger() && Storage.isInteger()) {
    if (Storage.Bits < From.Bits)
      return std::nullopt;
    bool Extends = Storage.Bits > From.Bits;
    return Extends ? castTo(From.Cpp, Text) : Text.str();
  }
  if (From.Bits != Storage.Bits)
    return std::nullopt;
  if (From.Name == Storage.Name || From.K == Kind::View)
    return Text.str();
  if (Storage.K == Kind::Float && From.isInteger())
    return substitute(Storage.FromBits, Text);
  return substitute(From.ToBits, Text);
}

} // namespace musify
