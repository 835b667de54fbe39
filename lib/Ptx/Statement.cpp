#include "Ptx/Statement.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {
namespace {

bool isWord(char C) { return isAlnum(C) || C == '_' || C == '$'; }

/// Reads the pieces of a statement, one after the other.
class Reader {
public:
  explicit Reader(StringRef Source) : Source(Source) {}

  size_t at() const { return At; }
  char peek() {
    skipBlanks();
    return At < Source.size() ? Source[At] : 0;
  }
  bool take(char C) {
    if (peek() != C)
      return false;
    ++At;
    return true;
  }
  StringRef takeWord() {
    skipBlanks();
    StringRef Word = Source.substr(At).take_while(isWord);
    At += Word.size();
    return Word;
  }
  std::optional<std::string> takeString();
  /// What stands between parentheses, without these.
  std::optional<StringRef> takeParentheses(char Open = '(', char Close = ')');
  void takeLine() { At = std::min(Source.find('\n', At), Source.size()); }
  void skipOne() { At = std::min(At + 1, Source.size()); }

private:
  void skipBlanks();
  /// Behind the literal that begins here.
  void skipLiteral(char Quote);
  std::string takeEscape();

  StringRef Source;
  size_t At = 0;
};

void Reader::skipBlanks() {
  while (At < Source.size()) {
    StringRef Rest = Source.substr(At);
    if (isSpace(Rest[0]))
      ++At;
    else if (Rest.starts_with("\\\n"))
      At += 2;
    else if (Rest.starts_with("//"))
      takeLine();
    else if (Rest.starts_with("/*"))
      At = std::min(Source.find("*/", At), Source.size() - 2) + 2;
    else
      return;
  }
}

void Reader::skipLiteral(char Quote) {
  for (++At; At < Source.size() && Source[At] != Quote; ++At)
    if (Source[At] == '\\')
      ++At;
  At = std::min(At + 1, Source.size());
}

/// Behind the backslash.
std::string Reader::takeEscape() {
  char C = At < Source.size() ? Source[At++] : 0;
  switch (C) {
  case 'n':
    return "\n";
  case 't':
    return "\t";
  case 'r':
  case '\n':
    return "";
  default:
    return std::string(1, C);
  }
}

std::optional<std::string> Reader::takeString() {
  skipBlanks();
  StringRef Rest = Source.substr(At);
  if (Rest.consume_front("R\"")) {
    StringRef Mark = Rest.take_until([](char C) { return C == '('; });
    std::string Close = (")" + Mark + "\"").str();
    size_t End = Rest.find(Close);
    if (End == StringRef::npos || Mark.size() > 16)
      return std::nullopt;
    At += 2 + End + Close.size();
    return Rest.slice(Mark.size() + 1, End).str();
  }
  if (!Rest.starts_with("\""))
    return std::nullopt;
  std::string Out;
  for (++At; At < Source.size() && Source[At] != '"';) {
    char C = Source[At++];
    Out += C == '\\' ? takeEscape() : std::string(1, C);
  }
  ++At;
  return Out;
}

std::optional<StringRef> Reader::takeParentheses(char Open, char Close) {
  if (!take(Open))
    return std::nullopt;
  size_t Begin = At;
  for (unsigned Depth = 1; At < Source.size();) {
    char C = Source[At];
    if (C == '"' || (C == '\'' && (At == 0 || !isAlnum(Source[At - 1])))) {
      skipLiteral(C);
      continue;
    }
    Depth += C == Open;
    Depth -= C == Close;
    ++At;
    if (!Depth)
      return Source.slice(Begin, At - 1).trim();
  }
  return std::nullopt;
}

/// One line, as far as it can be: line splices and breaks become blanks.
std::string onOneLine(StringRef Text) {
  if (Text.contains("//"))
    return Text.str();
  std::string Out;
  for (size_t I = 0; I < Text.size(); ++I) {
    bool IsSplice = Text.substr(I).starts_with("\\\n");
    if (!isSpace(Text[I]) && !IsSplice)
      Out += Text[I];
    else if (!Out.empty() && Out.back() != ' ')
      Out += ' ';
    I += IsSplice;
  }
  return Out;
}

void readTemplate(Reader &R, const MacroStrings &Macros, AsmStatement &Into) {
  while (char C = R.peek()) {
    if (C == ':' || C == ')')
      return;
    if (auto Piece = R.takeString()) {
      Into.Template += *Piece;
    } else if (C == '#') { // `#if` stands alone, `#Parameter` does not
      Into.IsComplete = false;
      R.skipOne();
      StringRef Word = R.takeWord();
      if (Word == "if" || Word == "ifdef" || Word == "ifndef" ||
          Word == "elif" || Word == "else" || Word == "endif")
        R.takeLine();
      else
        Into.Template += Word;
    } else if (StringRef Word = R.takeWord(); !Word.empty()) {
      auto It = Macros.find(Word);
      Into.IsComplete &= It != Macros.end();
      Into.Template += It == Macros.end() ? Word.str() : It->second;
    } else {
      Into.IsComplete = false;
      if (!R.takeParentheses())
        R.skipOne();
    }
  }
}

/// The operands up to the next colon; false if they cannot be read.
bool readOperands(Reader &R, std::vector<AsmOperand> &Into) {
  while (R.peek() != ':' && R.peek() != ')') {
    AsmOperand Operand;
    if (auto Name = R.takeParentheses('[', ']'))
      Operand.Name = Name->str();
    auto Constraint = R.takeString();
    auto Text = R.takeParentheses();
    if (!Constraint || !Text || Text->contains('#'))
      return false;
    Operand.Constraint = *Constraint;
    Operand.Text = onOneLine(*Text);
    Into.push_back(std::move(Operand));
    R.take(',');
  }
  return true;
}

/// The output that the constraint names, as `0` and `[Name]` do.
std::optional<unsigned> tiedOutput(StringRef Constraint,
                                   const AsmStatement &In) {
  Constraint = Constraint.trim().ltrim('%'); // `%`: may be exchanged
  unsigned Number;
  if (!Constraint.getAsInteger(10, Number))
    return Number < In.Outputs ? std::optional(Number) : std::nullopt;
  if (!Constraint.consume_front("[") || !Constraint.consume_back("]"))
    return std::nullopt;
  for (unsigned I = 0; I < In.Outputs; ++I)
    if (In.Operands[I].Name == Constraint)
      return I;
  return std::nullopt;
}

void findTies(AsmStatement &S) {
  for (unsigned I = S.Outputs; I < S.Operands.size(); ++I)
    if (auto Output = tiedOutput(S.Operands[I].Constraint, S)) {
      S.Ties.emplace_back(*Output, I);
      S.Operands[I].Constraint = S.Operands[*Output].letter();
    }
}

} // namespace

MacroStrings macroStrings(StringRef Text) {
  MacroStrings Found;
  StringMap<unsigned> Count;
  for (StringRef Line : split(Text, '\n')) {
    Line = Line.trim();
    if (!Line.consume_front("#") ||
        !(Line = Line.ltrim()).consume_front("define"))
      continue;
    Line = Line.ltrim();
    StringRef Name = Line.take_while(isWord);
    Reader Rest(Line.drop_front(Name.size()));
    ++Count[Name];
    auto String = Rest.takeString();
    if (String && !Rest.peek())
      Found[Name] = *String;
  }
  for (const auto &[Name, N] : Count)
    if (N > 1)
      Found.erase(Name);
  return Found;
}

std::optional<AsmStatement> parseAsm(StringRef Source,
                                     const MacroStrings &Macros) {
  Reader R(Source);
  AsmStatement Out;
  R.takeWord();
  for (StringRef Word = R.takeWord(); !Word.empty(); Word = R.takeWord())
    if (Word == "goto")
      return std::nullopt;
  if (!R.take('('))
    return std::nullopt;
  readTemplate(R, Macros, Out);
  if (R.take(':')) {
    Out.IsComplete &= readOperands(R, Out.Operands);
    Out.Outputs = Out.Operands.size();
    if (R.take(':'))
      Out.IsComplete &= readOperands(R, Out.Operands);
    findTies(Out);
  }
  // Clobbers only say what the compiler must not assume.
  while (R.peek() && R.peek() != ')')
    if (!R.takeString() && !R.takeParentheses())
      R.skipOne();
  if (!R.take(')'))
    return std::nullopt;
  Out.Length = R.at();
  return Out;
}

} // namespace musify
