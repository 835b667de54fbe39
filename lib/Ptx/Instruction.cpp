#include "Ptx/Instruction.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include <optional>

using namespace llvm;

namespace musify {
namespace {

bool isWord(char C) { return isAlnum(C) || C == '_' || C == '$'; }

class Parser {
public:
  explicit Parser(StringRef Text) : Text(Text) {}
  PtxCode run();

private:
  char peek() {
    skipBlanks();
    return Text.empty() ? 0 : Text[0];
  }
  bool take(char C) {
    if (peek() != C)
      return false;
    Text = Text.drop_front();
    return true;
  }
  StringRef takeWord() {
    skipBlanks();
    StringRef Word = Text.take_while(isWord);
    Text = Text.drop_front(Word.size());
    return Word;
  }
  void skipBlanks();
  void takePercent() {
    if (take('%'))
      take('%');
  }
  bool statement();
  bool declaration();
  bool instruction();
  bool modifiers(PtxInstruction &Into);
  bool operands(PtxInstruction &Into);
  bool operand(PtxOperand &Into);
  bool percent(PtxOperand &Into);
  bool list(PtxOperand &Into, char Close);
  bool number(PtxOperand &Into);
  bool selected(PtxOperand &Into);
  bool literal(PtxOperand &Into);
  std::optional<int64_t> expression(unsigned Level);
  std::optional<int64_t> factor();
  bool operation(unsigned Level, int64_t &Value, bool &IsGood);
  void declare(StringRef Name, StringRef Type, bool IsOurs);
  std::optional<std::string> registerNamed(StringRef Name) const;
  void closeBlock();

  StringRef Text;
  PtxCode Out;
  /// Names that the blocks around declare, the innermost last.
  std::vector<StringMap<std::string>> Blocks{1};
};

void Parser::skipBlanks() {
  for (;;) {
    Text = Text.ltrim();
    if (Text.starts_with("//"))
      Text = Text.drop_until([](char C) { return C == '\n'; });
    else if (Text.starts_with("/*"))
      Text = Text.drop_front(std::min(Text.find("*/", 2), Text.size() - 2) + 2);
    else
      return;
  }
}

PtxCode Parser::run() {
  while (peek()) {
    if (take('{')) {
      Blocks.emplace_back();
    } else if (take('}')) {
      closeBlock();
    } else if (!take(';') && !statement()) {
      Out.IsWhole = false; // goes on behind the next semicolon
      Text = Text.drop_until([](char C) { return C == ';'; });
    }
  }
  Out.IsOpen |= Blocks.size() > 1;
  return std::move(Out);
}

void Parser::closeBlock() {
  if (Blocks.size() > 1)
    Blocks.pop_back();
  else
    Out.IsOpen = true;
}

/// The name that the register has in `Registers`.
std::optional<std::string> Parser::registerNamed(StringRef Name) const {
  for (const auto &Block : llvm::reverse(Blocks))
    if (auto It = Block.find(Name); It != Block.end())
      return It->second;
  return std::nullopt;
}

void Parser::declare(StringRef Name, StringRef Type, bool IsOurs) {
  auto IsTaken = [&](StringRef Wish) {
    return llvm::any_of(Out.Registers,
                        [&](const PtxRegister &R) { return R.Name == Wish; });
  };
  std::string Own = Name.str();
  for (unsigned I = 2; IsTaken(Own); ++I)
    Own = (Name + "_" + Twine(I)).str();
  Blocks.back()[Name] = Own;
  Out.Registers.push_back({Own, Type.str()});
  if (Blocks.size() == 1 && !IsOurs)
    Out.Shared.push_back(Name.str());
}

bool Parser::statement() {
  if (peek() == '.')
    return declaration();
  StringRef Before = Text;
  bool IsWord = !takeWord().empty();
  Text.consume_front("%="); // a number of this statement alone
  if (IsWord && take(':')) {
    Out.HasLabels = true;
    return true;
  }
  Text = Before;
  return instruction();
}

/// `.reg .b32 a, b<4>;`
bool Parser::declaration() {
  if (!take('.') || takeWord() != "reg" || !take('.'))
    return false;
  StringRef Type = takeWord();
  do {
    takePercent();
    StringRef Name = takeWord();
    bool IsOurs = Text.consume_front("%=");
    unsigned Count = 0;
    if (take('<') && (takeWord().getAsInteger(10, Count) || !take('>')))
      return false;
    if (Name.empty() || Count > 256)
      return false;
    if (!Count)
      declare(Name, Type, IsOurs);
    for (unsigned I = 0; I < Count; ++I)
      declare(Name.str() + std::to_string(I), Type, IsOurs);
  } while (take(','));
  return peek() == ';';
}

bool Parser::instruction() {
  PtxInstruction I;
  if (take('@')) {
    I.Unless = take('!');
    takePercent();
    StringRef Predicate = takeWord();
    Text.consume_front("%=");
    if (Predicate.empty())
      return false;
    I.Predicate = registerNamed(Predicate).value_or(Predicate.str());
  }
  I.Name = takeWord();
  if (I.Name.empty() || isDigit(I.Name[0]) || !modifiers(I))
    return false;
  bool IsGood = operands(I);
  Out.Instructions.push_back(std::move(I));
  return IsGood;
}

/// Blanks may stand before each dot.
bool Parser::modifiers(PtxInstruction &Into) {
  while (take('.')) {
    std::string Word = takeWord().str();
    while (Text.consume_front("::"))
      Word += "::" + takeWord().str();
    if (Word.empty())
      return false;
    Into.Modifiers.push_back(Word);
  }
  return true;
}

bool Parser::operands(PtxInstruction &Into) {
  if (peek() == ';' || peek() == 0 || peek() == '}')
    return true;
  do {
    PtxOperand One;
    if (!selected(One))
      return false;
    if (take('|')) {
      PtxOperand Second, Both;
      if (!operand(Second))
        return false;
      Both.K = PtxOperand::Kind::Pair;
      Both.Parts = {std::move(One), std::move(Second)};
      One = std::move(Both);
    }
    Into.Operands.push_back(std::move(One));
  } while (take(','));
  return peek() == ';' || peek() == 0 || peek() == '}';
}

/// `-%1.h0`, `a.b3`, or an operand as it is.
bool Parser::selected(PtxOperand &Into) {
  StringRef Behind = peek() == '-' ? Text.drop_front().ltrim() : Text;
  bool IsNegative = Behind.size() < Text.size() && !Behind.empty() &&
                    (Behind[0] == '%' || isAlpha(Behind[0]));
  if (IsNegative)
    Text = Behind;
  if (!operand(Into))
    return false;
  bool IsPart = Text.size() > 2 && Text[0] == '.' &&
                StringRef("bh").contains(Text[1]) &&
                StringRef("0123").contains(Text[2]) &&
                (Text.size() == 3 || !isWord(Text[3]));
  if (IsPart)
    Text = Text.drop_front(3);
  Into.IsSelected = IsNegative || IsPart;
  return true;
}

bool Parser::operand(PtxOperand &Into) {
  Into.Negated = take('!');
  if (take('{')) {
    Into.K = PtxOperand::Kind::Vector;
    if (!list(Into, '}'))
      return false;
    if (Into.Parts.size() == 1) // `{%0}` is `%0`
      Into = PtxOperand(Into.Parts.front());
    return true;
  }
  if (take('[')) {
    Into.K = PtxOperand::Kind::Address;
    return list(Into, ']');
  }
  char C = peek();
  if (C == '%')
    return percent(Into);
  if (isDigit(C) || C == '-' || C == '~' || C == '(' ||
      Text.starts_with("WARP_SZ"))
    return number(Into);
  Into.Text = takeWord();
  Text.consume_front("%=");
  if (Into.Text == "_")
    Into.K = PtxOperand::Kind::Sink;
  else if (auto Own = registerNamed(Into.Text))
    Into.Text = *Own;
  return !Into.Text.empty();
}

/// `%0`, `%[name]`, `%%tid.x`.
bool Parser::percent(PtxOperand &Into) {
  take('%');
  if (Text.consume_front("[")) {
    Into.K = PtxOperand::Kind::Argument;
    Into.Text = takeWord();
    return take(']');
  }
  bool Twice = Text.consume_front("%");
  Into.Text = Text.take_while(isWord);
  if (Into.Text.empty())
    return false;
  Text = Text.drop_front(Into.Text.size());
  if (isDigit(Into.Text[0]) && !Twice) {
    Into.K = PtxOperand::Kind::Argument;
    unsigned Number;
    return to_integer(Into.Text, Number, 10);
  }
  if (auto Own = registerNamed(Into.Text)) {
    Into.Text = *Own;
    Text.consume_front("%=");
    return true;
  }
  Into.K = PtxOperand::Kind::Special;
  Into.Text = "%" + Into.Text;
  if (Text.size() > 1 && Text[0] == '.' && isAlpha(Text[1])) {
    Text = Text.drop_front();
    Into.Text += "." + takeWord().str();
  }
  return true;
}

bool Parser::list(PtxOperand &Into, char Close) {
  do {
    PtxOperand Part;
    if (!operand(Part))
      return false;
    Into.Parts.push_back(std::move(Part));
    if (Into.K == PtxOperand::Kind::Address && (take('+') || peek() == '-')) {
      PtxOperand Offset;
      if (!operand(Offset) || Offset.K == PtxOperand::Kind::Register)
        return false;
      Into.Parts.push_back(std::move(Offset));
    }
  } while (take(','));
  return take(Close);
}

bool Parser::literal(PtxOperand &Into) {
  std::string Sign = take('-') ? "-" : "";
  StringRef Digits = takeWord();
  std::string Written = Sign + Digits.str();
  Into.K = PtxOperand::Kind::Integer;
  if (Text.consume_front(".")) {
    Into.K = PtxOperand::Kind::Float;
    Written += "." + takeWord().str();
  } else if (Digits.size() > 2 && Digits[0] == '0' &&
             StringRef("fFdD").contains(Digits[1])) {
    Into.K = PtxOperand::Kind::Float;
  } else {
    Written = StringRef(Written).rtrim("U").str();
    int64_t Signed;
    uint64_t Unsigned;
    if (StringRef(Written).getAsInteger(0, Signed) &&
        StringRef(Written).getAsInteger(0, Unsigned))
      return false;
  }
  Into.Text = Written;
  return true;
}

/// The lowest level first; a level's operators bind alike.
constexpr StringLiteral Operators[6][2] = {
    {"|", ""}, {"^", ""}, {"&", ""}, {"<<", ">>"}, {"+", "-"}, {"*", "/"}};

int64_t resultOf(StringRef Operator, int64_t A, int64_t B) {
  uint64_t X = A, Y = B;
  switch (Operator[0]) {
  case '|':
    return X | Y;
  case '^':
    return X ^ Y;
  case '&':
    return X & Y;
  case '<':
    return X << Y;
  case '>':
    return A >> B;
  case '+':
    return X + Y;
  case '-':
    return X - Y;
  case '*':
    return X * Y;
  default:
    return A / B;
  }
}

/// `32-2`: a number of the text stays as it is written.
bool Parser::number(PtxOperand &Into) {
  StringRef Begin = Text;
  auto GoesOn = [&] { return StringRef("|^&<>+-*/").contains(peek()); };
  if (literal(Into) && (!peek() || !GoesOn()))
    return true;
  Text = Begin;
  auto Value = expression(0);
  Into.K = PtxOperand::Kind::Integer;
  Into.Text = std::to_string(Value.value_or(0));
  return Value.has_value();
}

/// Takes an operator of the level with what stands behind it. False if there
/// is none.
bool Parser::operation(unsigned Level, int64_t &Value, bool &IsGood) {
  peek();
  const auto *It = llvm::find_if(Operators[Level], [&](StringRef O) {
    return !O.empty() && Text.starts_with(O);
  });
  if (It == std::end(Operators[Level]))
    return false;
  Text = Text.drop_front(It->size());
  auto Right = expression(Level + 1);
  bool IsShift = It->size() == 2;
  IsGood = Right && !(*It == "/" && (*Right == 0 || *Right == -1)) &&
           !(IsShift && (*Right < 0 || *Right > 63));
  if (IsGood)
    Value = resultOf(*It, Value, *Right);
  return IsGood;
}

std::optional<int64_t> Parser::expression(unsigned Level) {
  if (Level == std::size(Operators))
    return factor();
  auto Value = expression(Level + 1);
  bool IsGood = Value.has_value();
  while (IsGood && operation(Level, *Value, IsGood))
    ;
  return IsGood ? Value : std::nullopt;
}

std::optional<int64_t> Parser::factor() {
  if (take('(')) {
    auto Value = expression(0);
    return take(')') ? Value : std::nullopt;
  }
  if (take('-')) {
    auto Value = factor();
    return Value ? std::optional(int64_t(0 - uint64_t(*Value))) : std::nullopt;
  }
  if (take('~')) {
    auto Value = factor();
    return Value ? std::optional(~*Value) : std::nullopt;
  }
  PtxOperand One;
  int64_t Signed;
  uint64_t Unsigned;
  if (peek() && Text.consume_front("WARP_SZ"))
    return 32;
  if (!isDigit(peek()) || !literal(One) || One.K == PtxOperand::Kind::Float)
    return std::nullopt;
  if (!StringRef(One.Text).getAsInteger(0, Signed))
    return Signed;
  return StringRef(One.Text).getAsInteger(0, Unsigned)
             ? std::nullopt
             : std::optional(int64_t(Unsigned));
}

} // namespace

std::string PtxInstruction::opcode() const {
  std::string Out = Name;
  for (const std::string &M : Modifiers)
    Out += "." + M;
  return Out;
}

PtxCode parsePtx(StringRef Template) { return Parser(Template).run(); }

bool isMusaAssembly(StringRef Template) {
  StringRef Text = Template.ltrim();
  return Text.starts_with(".mtx") ||
         (!Text.empty() && isUpper(Text[0]) && Text.contains('.'));
}

} // namespace musify
