//===- Scanner.cpp - A build script as words ------------------------------===//
//
// Three shapes of script, each a loop over the same pieces:
//
//   calls   CMake                        NAME ( arguments )
//   lines   Make, shell, Docker, config  words up to the end of the line
//   code    Python, Bazel, Meson         names, strings, brackets
//
//===----------------------------------------------------------------------===//
#include "Build/Port.h"
#include "Build/ScannerBase.h"
#include "llvm/ADT/STLExtras.h"
#include <tuple>

using namespace llvm;

namespace musify {

static const Description &describe(ScriptSyntax S) {
  static constexpr Description All[] = {
      // how, quotes, raw, references, separators, $NAME, a#b, triple, <<
      {Shape::Calls, "\"", "", "{", ";()", false, true, false, false},
      {Shape::Lines, "", "", "({", "\"'`;|&<>:", true, true, false, false},
      {Shape::Code, "\"'", "", "", "", false, true, true, false},
      {Shape::Lines, "\"'", "", "", "[]{},=", false, true, true, false},
      {Shape::Lines, "\"'", "'", "{", "`;|&<>()", true, false, false, true},
      {Shape::Lines, "\"'", "'", "{", "`;|&<>()", true, false, false, true},
      {Shape::Code, "\"'", "", "", "", false, true, true, false},
      {Shape::Code, "'", "", "", "", false, true, true, false},
  };
  return All[size_t(S)];
}

/// What is called with text for people.
bool isProse(StringRef Command) {
  static constexpr StringLiteral Speakers[] = {"message",
                                               "echo",
                                               "printf",
                                               "print",
                                               "info",
                                               "warning",
                                               "error",
                                               "warn",
                                               "exit",
                                               "RuntimeError",
                                               "ValueError",
                                               "Exception",
                                               "OSError",
                                               "EnvironmentError",
                                               "ImportError",
                                               "NotImplementedError",
                                               "SystemExit",
                                               "description",
                                               "long_description"};
  return is_contained(Speakers, Command.rsplit('.').second.empty()
                                    ? Command
                                    : Command.rsplit('.').second) ||
         Command.equals_insensitive("message");
}

ScannerBase::ScannerBase(StringRef Text, ScriptSyntax Syntax)
    : Text(Text), Syntax(Syntax), D(describe(Syntax)) {}

ScannedScript ScannerBase::finish() {
  Out.Excluded.finish(Text);
  llvm::sort(Out.Tokens, [](const ScriptToken &A, const ScriptToken &B) {
    return std::tuple(A.Offset, ~A.Text.size(), A.At) <
           std::tuple(B.Offset, ~B.Text.size(), B.At);
  });
  return std::move(Out);
}

/// Nothing closes what was opened at `At`: no token from there on is sure.
void ScannerBase::breakOff(size_t At, TypedId<0> What) {
  if (!Out.Broken) {
    Out.Broken = say(What);
    Out.BrokenAt = unsigned(At);
  }
  erase_if(Out.Tokens, [&](const ScriptToken &T) { return T.end() > At; });
  Pos = Text.size();
}

ScriptToken &ScannerBase::emit(Place At, size_t Begin, size_t End,
                               const Context &C) {
  ScriptToken T;
  T.At = At;
  T.Offset = unsigned(Begin);
  T.Text = Text.slice(Begin, End);
  T.Statement = C.Statement;
  T.Command = C.Command;
  T.Keyword = C.Keyword;
  T.Bracket = C.Bracket;
  T.Prose = C.Prose;
  Out.Tokens.push_back(T);
  return Out.Tokens.back();
}

/// `\` before the end of the line: the statement goes on.
bool ScannerBase::skipContinuation() {
  if (now() != '\\')
    return false;
  size_t After = Pos + 1 + (at(Pos + 1) == '\r');
  if (at(After) != '\n')
    return false;
  Pos = After + 1;
  return true;
}

//===----------------------------------------------------------------------===//
// Comments
//===----------------------------------------------------------------------===//

void ScannerBase::comment() {
  size_t Begin = Pos;
  if (D.How == Shape::Calls && at(Pos + 1) == '[') {
    size_t End = bracketTextEnd(Pos + 1);
    if (End == StringRef::npos)
      return breakOff(Begin, msg::OpenBracketComment);
    if (End) {
      Pos = End;
      return noteComment(Begin);
    }
  }
  toLineEnd();
  noteComment(Begin);
}

void ScannerBase::noteComment(size_t Begin) {
  Out.Comments.push_back({unsigned(Begin), unsigned(Pos)});
  Out.Excluded.readComment(Text, Begin, Pos);
}

/// End of CMake's `[==[ ... ]==]` that begins at `At`; 0 if none begins
/// there, npos if it does not end.
size_t ScannerBase::bracketTextEnd(size_t At) const {
  size_t Equals = At + 1;
  while (at(Equals) == '=')
    ++Equals;
  if (at(At) != '[' || at(Equals) != '[')
    return 0;
  std::string Close = "]" + std::string(Equals - At - 1, '=') + "]";
  size_t Found = Text.find(Close, Equals + 1);
  return Found == StringRef::npos ? Found : Found + Close.size();
}

bool ScannedScript::isExcluded(unsigned Offset) const {
  return Excluded.contains(Offset);
}

ScannedScript scanScript(StringRef Text, ScriptSyntax Syntax) {
  if (Syntax == ScriptSyntax::Source) // no script: it has no description
    return scanLiterals(Text);
  switch (describe(Syntax).How) {
  case Shape::Calls:
    return scanCalls(Text, Syntax);
  case Shape::Lines:
    return scanLines(Text, Syntax);
  case Shape::Code:
    return scanCode(Text, Syntax);
  }
  llvm_unreachable("all shapes return");
}

} // namespace musify
