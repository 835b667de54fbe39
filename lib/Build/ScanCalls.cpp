//===- ScanCalls.cpp - CMake ----------------------------------------------===//
#include "Build/ScannerBase.h"

using namespace llvm;

namespace musify {
namespace {

class CallScanner : ScannerBase {
public:
  CallScanner(StringRef Text, ScriptSyntax Syntax)
      : ScannerBase(Text, Syntax) {}

  ScannedScript run() {
    while (!atEnd()) {
      if (now() == '#') {
        comment();
        continue;
      }
      size_t Begin = Pos;
      while (isNameChar(now()))
        ++Pos;
      if (Pos == Begin) {
        ++Pos;
        continue;
      }
      size_t End = Pos;
      while (isBlank(now()))
        ++Pos;
      if (now() != '(')
        continue;
      Context C;
      C.Statement = ++Statements;
      C.Command = Text.slice(Begin, End);
      C.Bracket = '(';
      C.Prose = isProse(C.Command.lower());
      emit(Place::Command, Begin, End, C);
      ++Pos;
      arguments(Begin, C);
    }
    return finish();
  }

private:
  void arguments(size_t CallBegin, const Context &C) {
    for (int Depth = 1; !atEnd();) {
      char Ch = now();
      if (Ch == ')' && --Depth == 0) {
        ++Pos;
        return;
      }
      if (Ch == '#') {
        comment();
      } else if (size_t End = bracketTextEnd(Pos)) {
        if (End == StringRef::npos)
          return breakOff(Pos, msg::OpenBracketArgument);
        Out.Opaque.push_back({unsigned(Pos), unsigned(End)});
        Pos = End;
      } else if (Ch == '"') {
        string(C);
      } else if (isSpaceOrNewline(Ch) || D.Separators.contains(Ch)) {
        Depth += Ch == '(';
        ++Pos;
      } else {
        unquoted(C);
      }
    }
    if (!Out.Broken)
      breakOff(CallBegin, msg::OpenCall);
  }

  void unquoted(const Context &C) {
    size_t Begin = Pos;
    StringRef Generator;
    auto EndWord = [&] {
      if (Pos <= Begin)
        return;
      ScriptToken &T = emit(Place::Word, Begin, Pos, C);
      T.Generator = Generator;
      T.InGenerator = !Open.empty();
    };
    while (!atEnd() && !isSpaceOrNewline(now()) && now() != '#' &&
           now() != '"' && !D.Separators.contains(now())) {
      if (now() == '\\') {
        Pos = std::min(Pos + 2, Text.size());
      } else if (Pos == Begin && environment(C)) {
        Begin = Pos; // `if(DEFINED ENV{NAME})`
      } else if (sees("$<")) {
        EndWord();
        Begin = Pos += 2;
        Open.push_back(Part::Head);
      } else if (now() == '$') {
        reference(C);
      } else if (!Open.empty() && endsGeneratorPart(Begin, Open)) {
        EndWord();
        Generator = passGeneratorPart(Begin, Generator, Open);
        Begin = ++Pos;
      } else if (endsPrefix(Begin)) {
        Begin = ++Pos;
      } else {
        ++Pos;
      }
    }
    EndWord();
    if (now() == ')')
      Open.clear();
  }

  /// `ENV{NAME}` without a `$`, as `set` and `DEFINED` take it.
  bool environment(const Context &C) {
    StringRef Rest = Text.substr(Pos);
    if (!Rest.consume_front("ENV{"))
      return false;
    StringRef Name = Rest.take_while(isNameChar);
    if (Name.empty() || !Rest.substr(Name.size()).starts_with("}"))
      return false;
    size_t Begin = size_t(Name.data() - Text.data());
    emit(Place::Reference, Begin, Begin + Name.size(), C).Environment = true;
    Pos = Begin + Name.size() + 1;
    return true;
  }

  Generators Open; ///< over the words of one argument
};

} // namespace

ScannedScript scanCalls(StringRef Text, ScriptSyntax Syntax) {
  return CallScanner(Text, Syntax).run();
}

} // namespace musify
