#include "Ptx/Instruction.h"
#include "llvm/ADT/StringExtras.h"

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

  StringRef Text;
  PtxCode Out;
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
    if (take('{') || take('}') || take(';'))
      continue;
    if (statement())
      continue;
    Out.IsWhole = false; // goes on behind the next semicolon
    Text = Text.drop_until([](char C) { return C == ';'; });
  }
  return std::move(Out);
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
    unsigned Count = 0;
    if (take('<') && (takeWord().getAsInteger(10, Count) || !take('>')))
      return false;
    if (Name.empty() || Count > 256)
      return false;
    if (!Count)
      Out.Registers.push_back({Name.str(), Type.str()});
    for (unsigned I = 0; I < Count; ++I)
      Out.Registers.push_back({Name.str() + std::to_string(I), Type.str()});
  } while (take(','));
  return peek() == ';';
}

bool Parser::instruction() {
  PtxInstruction I;
  if (take('@')) {
    I.Unless = take('!');
    takePercent();
    I.Predicate = takeWord();
    if (I.Predicate.empty())
      return false;
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
    if (!operand(One))
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

bool Parser::operand(PtxOperand &Into) {
  Into.Negated = take('!');
  if (take('{')) {
    Into.K = PtxOperand::Kind::Vector;
    return list(Into, '}');
  }
  if (take('[')) {
    Into.K = PtxOperand::Kind::Address;
    return list(Into, ']');
  }
  char C = peek();
  if (C == '%')
    return percent(Into);
  if (isDigit(C) || C == '-')
    return number(Into);
  Into.Text = takeWord();
  Text.consume_front("%=");
  if (Into.Text == "_")
    Into.K = PtxOperand::Kind::Sink;
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
  for (const PtxRegister &R : Out.Registers)
    if (R.Name == Into.Text)
      return true;
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
    if (Into.K == PtxOperand::Kind::Address && take('+')) {
      PtxOperand Offset;
      if (!operand(Offset) || Offset.K == PtxOperand::Kind::Register)
        return false;
      Into.Parts.push_back(std::move(Offset));
    }
  } while (take(','));
  return take(Close);
}

bool Parser::number(PtxOperand &Into) {
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
