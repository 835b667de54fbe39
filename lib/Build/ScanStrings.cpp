//===- ScanStrings.cpp - Strings of scripts, and the words in them --------===//
#include "Build/ScannerBase.h"
#include "llvm/ADT/ArrayRef.h"
#include <utility>

using namespace llvm;

namespace musify {

struct ScannerBase::OpenString {
  size_t Begin, End;           ///< of the text
  size_t QuoteBegin, QuoteEnd; ///< with the quotes
  bool Raw, Formatted;
  size_t Prefix; ///< letters before the quote
  Context C;
  size_t WordBegin = Begin;
  StringRef Generator = {};
  unsigned Words = 0;
  unsigned Substitutions = 0; ///< that are open
  Generators Open = {};
};

/// At a quote. A string of one line or of many.
void ScannerBase::string(const Context &C, bool Raw, StringRef Prefix) {
  size_t QuoteBegin = Pos;
  char Quote = now();
  bool Triple = D.TripleQuotes && at(Pos + 1) == Quote && at(Pos + 2) == Quote;
  Pos += Triple ? 3 : 1;
  size_t Begin = Pos;
  Raw |= D.RawQuotes.contains(Quote);
  while (!atEnd()) {
    if (now() == '\\' && !D.RawQuotes.contains(Quote)) {
      Pos += 2;
      continue;
    }
    // A substitution in a shell's string may hold quotes of its own.
    if (sees("$(") && Syntax == ScriptSyntax::Shell && !Raw) {
      skipSubstitution();
      continue;
    }
    if (now() == '\n' && D.How == Shape::Code && !Triple)
      return breakOff(QuoteBegin, msg::OpenString);
    if (now() == '\n' && Syntax == ScriptSyntax::Config && !Triple)
      break;
    if (now() == Quote && !Triple)
      break;
    if (Triple && now() == Quote && at(Pos + 1) == Quote &&
        at(Pos + 2) == Quote)
      break;
    ++Pos;
  }
  bool IsOpen = atEnd() || now() == '\n';
  if (IsOpen && Syntax == ScriptSyntax::Config) {
    Pos = QuoteBegin + 1; // an apostrophe
    return;
  }
  if (atEnd())
    return breakOff(QuoteBegin,
                    Triple ? msg::OpenTripleQuotes : msg::OpenString);
  size_t End = Pos;
  Pos += Triple ? 3 : 1;
  OpenString S{Begin,         End, QuoteBegin,
               Pos,           Raw, Prefix.contains_insensitive("f"),
               Prefix.size(), C};
  S.C.Prose |= Triple;
  Out.Strings.push_back({{unsigned(Begin), unsigned(End)}, Raw});
  stringWords(S);
}

void ScannerBase::skipSubstitution() {
  int Depth = 0;
  while (!atEnd()) {
    char Ch = now();
    if (Ch == '\\')
      ++Pos;
    Depth += Ch == '(';
    if (Ch == ')' && --Depth == 0)
      break;
    ++Pos;
  }
  Pos = std::min(Pos + 1, Text.size());
}

/// The words of a string; one that fills it is `Whole`.
void ScannerBase::stringWords(OpenString &S) {
  size_t First = Out.Tokens.size();
  size_t SavedPos = std::exchange(Pos, S.Begin);
  while (Pos < S.End)
    stringPart(S);
  Pos = std::min(Pos, S.End);
  endStringWord(S);
  Pos = SavedPos;
  for (ScriptToken &T : MutableArrayRef(Out.Tokens).drop_front(First)) {
    if (T.Bracket == '`')
      continue;
    T.QuoteBegin = unsigned(S.QuoteBegin);
    T.QuoteEnd = unsigned(S.QuoteEnd);
    T.Prefix = unsigned(S.Prefix);
    T.Whole = S.Words == 1 && T.Offset == S.Begin && T.end() == S.End;
  }
}

void ScannerBase::stringPart(OpenString &S) {
  char Ch = now();
  if (Ch == '\\' && !S.Raw)
    return escape(S);
  if (Ch == '$' && !S.Raw && D.How != Shape::Code)
    return stringReference(S);
  if (Ch == '{' && S.Formatted) {
    if (at(Pos + 1) == '{')
      Pos += 2;
    else
      formattedName(S.End, S.C);
    return;
  }
  if (!S.Open.empty() && endsGeneratorPart(S.WordBegin, S.Open)) {
    endStringWord(S);
    S.Generator = passGeneratorPart(S.WordBegin, S.Generator, S.Open);
    S.WordBegin = ++Pos;
    return;
  }
  if (endsPrefix(S.WordBegin)) {
    S.WordBegin = ++Pos;
    return;
  }
  bool Blank = isSpaceOrNewline(Ch) || Ch == '"' || Ch == '\'' ||
               (Ch == ';' && D.How == Shape::Calls) ||
               (D.HereDocuments && StringRef("()`|;").contains(Ch));
  if (Blank) {
    endStringWord(S);
    S.Substitutions -= S.Substitutions && Ch == ')';
    S.WordBegin = Pos + 1;
  }
  ++Pos;
}

void ScannerBase::endStringWord(OpenString &S) {
  if (Pos <= S.WordBegin)
    return;
  ScriptToken &T = emit(Place::Word, S.WordBegin, Pos, S.C);
  T.Generator = S.Generator;
  T.InGenerator = !S.Open.empty();
  if (S.Substitutions) { // a command, not a string
    T.Prose = false;
    T.Bracket = '`';
  }
  ++S.Words;
}

/// `"\ncuda"` has no word `ncuda`; a regular expression's `\.` stays. Quotes in
/// a command line, `"-Xcompiler \"-O2 -Wall\""`, part words as others do.
void ScannerBase::escape(OpenString &S) {
  char Next = at(Pos + 1);
  bool IsQuote = D.How != Shape::Code && (Next == '"' || Next == '\'');
  bool EndsWord =
      IsQuote || isSpaceOrNewline(Next) || StringRef("nrt").contains(Next);
  if (EndsWord)
    endStringWord(S);
  Pos = std::min(Pos + 2, S.End);
  if (EndsWord)
    S.WordBegin = Pos;
}

void ScannerBase::stringReference(OpenString &S) {
  if (D.How == Shape::Calls && at(Pos + 1) == '<') {
    endStringWord(S);
    S.WordBegin = Pos += 2;
    S.Open.push_back(Part::Head);
    return;
  }
  reference(S.C);
  if (D.HereDocuments && now() == '(') { // the shell's command substitution
    S.WordBegin = ++Pos;
    ++S.Substitutions;
  }
}

/// At the colon of CMake's `SHELL:-gencode arch=...` and `LINKER:-rpath`: the
/// option begins behind it.
bool ScannerBase::endsPrefix(size_t WordBegin) const {
  StringRef Word = Text.slice(WordBegin, Pos);
  return D.How == Shape::Calls && now() == ':' &&
         (Word == "SHELL" || Word == "LINKER");
}

/// Inside `$<...>`: `:` and `>` end a word, and a comma may.
bool ScannerBase::endsGeneratorPart(size_t WordBegin,
                                    const Generators &Open) const {
  bool Flag = at(WordBegin) == '-';
  if (now() == ':')
    return Open.back() == Part::Head && at(Pos + 1) != ':' &&
           at(Pos - 1) != ':' && !Flag;
  if (now() == ',')
    return Open.back() == Part::Choice || (Open.back() != Part::Text && !Flag);
  return now() == '>';
}

/// Where a part ends. Gives what stands before the colon of the next one:
/// `LANG` for both words of `$<LANG:a,b>`; nothing for a condition,
/// `$<$<A:b>:text>` or
/// `$<1:text>`.
StringRef ScannerBase::passGeneratorPart(size_t WordBegin, StringRef Generator,
                                         Generators &Open) const {
  if (now() == '>')
    Open.pop_back();
  if (now() == ',')
    return Generator;
  if (now() != ':')
    return {};
  StringRef Head = Text.slice(WordBegin, Pos);
  bool IsCondition = Head.empty() || Head == "0" || Head == "1";
  Open.back() = IsCondition    ? Part::Text
                : Head == "IF" ? Part::Choice
                               : Part::Arguments;
  return Head;
}

/// `{CUDA_HOME}` in a formatted string: a name that code uses.
void ScannerBase::formattedName(size_t End, const Context &C) {
  for (++Pos; Pos < End && now() != '}';) {
    size_t Begin = Pos;
    while (Pos < End && (isNameChar(now()) || now() == '.'))
      ++Pos;
    if (Pos == Begin)
      ++Pos;
    else if (!isDigit(at(Begin)))
      emit(Place::Name, Begin, Pos, C);
  }
}

} // namespace musify
