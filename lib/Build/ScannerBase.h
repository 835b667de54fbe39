//===- ScannerBase.h - What the scanners share (internal) -------*- C++ -*-===//
//-*-=//
#ifndef MUSIFY_BUILD_SCANNERBASE_H
#define MUSIFY_BUILD_SCANNERBASE_H

#include "Build/Scanner.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

namespace musify {

/// How a script is made up.
enum class Shape { Calls, Lines, Code };

/// How the syntaxes of one shape differ.
struct Description {
  Shape How;
  llvm::StringLiteral Quotes; ///< open a string that ends with the same one
  llvm::StringLiteral
      RawQuotes; ///< those of them without escapes and references
  llvm::StringLiteral References; ///< after `$`: open a reference
  llvm::StringLiteral Separators; ///< end a word, besides blanks
  bool BareReference;             ///< `$NAME`
  bool CommentInWord;             ///< `a#b` ends with `a`
  bool TripleQuotes;              ///< a string over many lines
  bool HereDocuments;
};

inline bool isNameChar(char C) { return llvm::isAlnum(C) || C == '_'; }
inline bool isBlank(char C) { return C == ' ' || C == '\t' || C == '\r'; }
inline bool isSpaceOrNewline(char C) { return isBlank(C) || C == '\n'; }

/// True for what is called with text for people.
bool isProse(llvm::StringRef Command);

/// A position in a script, and the pieces that scripts of all shapes have.
class ScannerBase {
protected:
  using Place = ScriptToken::Place;

  /// What every token of a stretch shares.
  struct Context {
    unsigned Statement = 0;
    llvm::StringRef Command, Keyword;
    char Bracket = 0;
    bool Prose = false;
  };

  ScannerBase(llvm::StringRef Text, ScriptSyntax Syntax);

  /// The tokens in their order; the scan is over.
  ScannedScript finish();

  bool atEnd() const { return Pos >= Text.size(); }
  char at(size_t I) const { return I < Text.size() ? Text[I] : '\0'; }
  char now() const { return at(Pos); }
  bool sees(llvm::StringRef S) const { return Text.substr(Pos).starts_with(S); }
  void toLineEnd() { Pos = std::min(Text.find('\n', Pos), Text.size()); }
  void breakOff(size_t At, TypedId<0> What);
  ScriptToken &emit(Place At, size_t Begin, size_t End, const Context &C);
  bool skipContinuation();

  void comment();
  size_t bracketTextEnd(size_t At) const;

  // ScanReferences.cpp
  void reference(const Context &C);
  void nestedReference(const Context &C);

  // ScanStrings.cpp
  /// `Prefix`: Python's letters before the quote.
  void string(const Context &C, bool Raw = false, llvm::StringRef Prefix = "");
  /// What a comma is in CMake's `$<...>`.
  enum class Part {
    Head,      ///< before the colon
    Text,      ///< behind a condition: a comma belongs to the text
    Choice,    ///< of `$<IF:...>`: a comma parts the two texts
    Arguments, ///< of others: it belongs to a flag, and else parts them
  };
  using Generators = llvm::SmallVector<Part, 4>; ///< open ones, outermost first
  bool endsGeneratorPart(size_t WordBegin, const Generators &Open) const;
  llvm::StringRef passGeneratorPart(size_t WordBegin, llvm::StringRef Generator,
                                    Generators &Open) const;
  bool endsPrefix(size_t WordBegin) const;

  llvm::StringRef Text;
  ScriptSyntax Syntax;
  const Description &D;
  ScannedScript Out;
  size_t Pos = 0;
  unsigned Statements = 0;
  unsigned References = 0; ///< around the place, each in the next

private:
  void noteComment(size_t Begin);

  void bracedReference(size_t Dollar, char Close, bool Environment,
                       const Context &C);
  void insideReference(size_t Dollar, char Close, const Context &C);
  void makeFunction(size_t Dollar, char Close, size_t NameBegin, Context C);

  /// A string whose words are being read.
  struct OpenString;
  void skipSubstitution();
  void stringWords(OpenString &S);
  void stringPart(OpenString &S);
  void endStringWord(OpenString &S);
  void escape(OpenString &S);
  void stringReference(OpenString &S);
  void formattedName(size_t End, const Context &C);
};

// One for each shape, in ScanCalls.cpp, ScanLines.cpp and ScanCode.cpp.
ScannedScript scanCalls(llvm::StringRef Text, ScriptSyntax Syntax);
ScannedScript scanLines(llvm::StringRef Text, ScriptSyntax Syntax);
ScannedScript scanCode(llvm::StringRef Text, ScriptSyntax Syntax);

} // namespace musify

#endif // MUSIFY_BUILD_SCANNERBASE_H
