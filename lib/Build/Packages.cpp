// CMake's packages and languages, and the lines that they need.
#include "Build/ScriptPort.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {

void ScriptPort::enterBlock(StringRef Command) {
  std::string C = Command.lower();
  bool Opens = is_contained({"if", "foreach", "while", "function", "macro"}, C);
  bool Middle = C == "else" || C == "elseif";
  if ((Middle || StringRef(C).starts_with("end")) && !Blocks.empty())
    Blocks.pop_back();
  if (Opens || Middle)
    Blocks.push_back(++LastBlock);
}

/// Those lines of the rule that no enclosing block has yet, for a place with
/// the indentation of the line of `At`.
std::string ScriptPort::lines(const BuildRule &R, unsigned At) {
  size_t LineBegin = Text.rfind('\n', At) + 1;
  StringRef Indent = Text.slice(LineBegin, At).take_while([](char C) {
    return C == ' ' || C == '\t';
  });
  size_t LineEnd = Text.find('\n', At);
  bool Crlf =
      LineEnd != StringRef::npos && LineEnd && Text[LineEnd - 1] == '\r';
  std::string Result;
  for (const std::string &Line : R.Insert) {
    auto &Where = InsertedIn[Line];
    bool Seen = Text.take_front(At).contains(Line) ||
                any_of(Where, [&](ArrayRef<unsigned> Outer) {
                  return Outer.size() <= Blocks.size() &&
                         Outer == ArrayRef(Blocks).take_front(Outer.size());
                });
    if (Seen)
      continue;
    Where.push_back(Blocks);
    Result += Indent.str() + Line + (Crlf ? "\r\n" : "\n");
  }
  return Result;
}

void ScriptPort::insertBefore(const BuildRule &R, size_t I) {
  unsigned Statement = Tokens[I].Statement;
  auto Call = find_if(Tokens, [&](const Token &T) {
    return T.Statement == Statement && T.At == Token::Place::Command;
  });
  unsigned LineBegin = unsigned(Text.rfind('\n', Call->Offset) + 1);
  std::string New = lines(R, Call->Offset);
  if (!New.empty())
    edit("build-rule", LineBegin, LineBegin, New,
         withNote(say(msg::BuildNeeded, R.To), R), R.Name);
}

/// `find_package(CUDA 11.0 REQUIRED)`: the version is CUDA's.
void ScriptPort::package(const BuildRule &R, size_t I) {
  const Token &T = Tokens[I];
  if (I == 0 || Tokens[I - 1].At != Token::Place::Command)
    return; // no package, but a component of one
  insertBefore(R, I);
  replace(R, T.Offset, T.end());
  if (I + 1 == Tokens.size() || Tokens[I + 1].Statement != T.Statement)
    return;
  const Token &Next = Tokens[I + 1];
  StringRef V = Next.Text;
  bool IsVersion = isDigit(V[0]) && Next.Whole &&
                   V.find_first_not_of("0123456789.<") == StringRef::npos;
  if (!IsVersion)
    return;
  edit("build-rule", T.itemEnd(), Next.itemEnd(), "",
       say(msg::BuildVersionDropped, V), R.Name);
  report(Next.Offset, Next.end(), say(msg::BuildVersion, V), R.Name);
}

/// `project(x LANGUAGES CXX CUDA)`: MUSA is enabled after it.
void ScriptPort::language(const BuildRule &R, size_t I) {
  const Token &T = Tokens[I];
  if (I == 0 || Tokens[I - 1].At == Token::Place::Command)
    return; // the project's name
  EnablesLanguage = true;
  bool HasCxx = any_of(Tokens, [&](const Token &Other) {
    return Other.Statement == T.Statement && Other.Text == "CXX";
  });
  auto Range = rangeToDrop(I, I);
  Message Why = withNote(say(msg::BuildLanguage), R);
  if (HasCxx && Range) {
    DroppedUntil = Range->End;
    edit("build-rule", Range->Begin, Range->End, "", Why, R.Name);
  } else {
    edit("build-rule", T.Offset, T.end(), "CXX", Why, R.Name);
  }
  size_t End = endOfCall(I);
  if (End == StringRef::npos)
    return;
  auto Call = find_if(Tokens, [&](const Token &Other) {
    return Other.Statement == T.Statement;
  });
  std::string New = lines(R, Call->Offset);
  if (!New.empty()) {
    // After the rest of the line, a comment maybe.
    size_t LineEnd = Text.find('\n', End);
    if (LineEnd == StringRef::npos) {
      New = "\n" + New;
      LineEnd = Text.size() - 1;
    }
    edit("build-rule", unsigned(LineEnd) + 1, unsigned(LineEnd) + 1, New, Why,
         R.Name);
  }
  report(T.Offset, T.end(), std::move(Why), R.Name);
}

} // namespace musify
