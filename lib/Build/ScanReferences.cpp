//===- ScanReferences.cpp - `$NAME`, `${NAME}`, `$(function ...)` ---------===//
#include "Build/ScannerBase.h"
#include "Support/Untrusted.h"

using namespace llvm;

namespace musify {

/// At `$`. Emits the names in it and goes behind it.
void ScannerBase::reference(const Context &C) {
  if (References == MaxNesting) { // nobody writes that
    ++Pos;
    return;
  }
  ++References;
  nestedReference(C);
  --References;
}

void ScannerBase::nestedReference(const Context &C) {
  size_t Dollar = Pos++;
  if (now() == '$' && Syntax == ScriptSyntax::Make)
    ++Pos; // a shell's variable in a recipe
  bool Environment = false;
  if (D.How == Shape::Calls)
    for (StringRef Kind : {"ENV{", "CACHE{"})
      if (sees(Kind)) {
        Environment = Kind == "ENV{";
        Pos += Kind.size() - 1;
      }
  if (D.References.contains(now()) && now()) {
    char Close = now() == '(' ? ')' : '}';
    ++Pos;
    return bracedReference(Dollar, Close, Environment, C);
  }
  if (now() == '(' && Syntax != ScriptSyntax::CMake)
    return; // a shell's command substitution: the bracket begins a command
  // Make's `$<`, `$@`.
  if (Syntax == ScriptSyntax::Make && now() &&
      StringRef("<@^?*+|%").contains(now()))
    ++Pos;
  if (!D.BareReference)
    return;
  size_t Begin = Pos;
  while (isNameChar(now()))
    ++Pos;
  if (Pos > Begin)
    emit(Place::Reference, Begin, Pos, C).Environment = Environment;
}

void ScannerBase::bracedReference(size_t Dollar, char Close, bool Environment,
                                  const Context &C) {
  size_t Begin = Pos;
  while (isNameChar(now()) || now() == '-' || now() == '.')
    ++Pos;
  bool IsFunction = Syntax == ScriptSyntax::Make && isBlank(now());
  if (IsFunction)
    return makeFunction(Dollar, Close, Begin, C);
  if (Pos > Begin) {
    size_t End = Pos;
    // A shell's `${NAME-default}` and CMake's names with dots.
    if (D.How == Shape::Lines && Syntax != ScriptSyntax::Make)
      End = Begin + Text.slice(Begin, End)
                        .take_until([](char C) { return C == '-' || C == '.'; })
                        .size();
    emit(Place::Reference, Begin, End, C).Environment = Environment;
  }
  // The rest: a default, a substitution, another reference.
  insideReference(Dollar, Close, C);
}

void ScannerBase::insideReference(size_t Dollar, char Close, const Context &C) {
  size_t WordBegin = Pos;
  auto EndWord = [&] {
    if (Pos > WordBegin)
      emit(Place::Word, WordBegin, Pos, C);
  };
  while (!atEnd() && now() != Close) {
    if (now() == '\n' && D.How == Shape::Lines && Syntax != ScriptSyntax::Make)
      break;
    if (now() == '$') {
      reference(C);
    } else if (D.How != Shape::Calls &&
               (isSpaceOrNewline(now()) ||
                StringRef(":=,?\"'`").contains(now()))) {
      EndWord();
      WordBegin = ++Pos;
      if (at(Pos - 1) == ':' && now() == '-')
        WordBegin = ++Pos; // `${NAME:-default}`
    } else {
      ++Pos;
    }
  }
  EndWord();
  if (now() == Close && !atEnd())
    ++Pos;
  else
    breakOff(Dollar, msg::OpenReference);
}

/// `$(patsubst %.cu,%.o,$(SRCS))`: the arguments are words.
void ScannerBase::makeFunction(size_t Dollar, char Close, size_t NameBegin,
                               Context C) {
  StringRef Name = Text.slice(NameBegin, Pos);
  C.Prose |= isProse(Name);
  if (Name != "shell")
    C.Command = Name;
  int Depth = 1;
  char Open = Close == ')' ? '(' : '{';
  size_t WordBegin = Pos;
  auto EndWord = [&] {
    if (Pos > WordBegin)
      emit(Place::Word, WordBegin, Pos, C);
    WordBegin = Pos + 1;
  };
  while (!atEnd()) {
    char Ch = now();
    if (Ch == '$') {
      reference(C);
      continue;
    }
    bool InFlag = at(WordBegin) == '-' || sees(",code=");
    if (Ch == Open)
      ++Depth;
    if (Ch == Close && --Depth == 0)
      break;
    if (isSpaceOrNewline(Ch) || (Ch == ',' && !InFlag) || Ch == '"' ||
        Ch == '\'' || Ch == '(' || Ch == ')')
      EndWord();
    else if (Ch == '\\' && skipContinuation()) {
      Pos -= 1;
      WordBegin = Pos;
      continue;
    }
    ++Pos;
  }
  EndWord();
  if (atEnd())
    return breakOff(Dollar, msg::OpenFunctionCall);
  ++Pos;
}

} // namespace musify
