//===- Scanner.h - A build script as words ----------------------*- C++ -*-===//
//
// One scanner for all syntaxes, told apart by a description. It knows comments,
// strings, references to variables and calls; it evaluates nothing.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_BUILD_SCANNER_H
#define MUSIFY_BUILD_SCANNER_H

#include "Diag/Message.h"
#include "Project/ScriptSyntax.h"
#include "Scan/Exclusions.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <utility>
#include <vector>

namespace musify {

/// A stretch of a script that means something. All text points into the script.
struct ScriptToken {
  enum class Place {
    Command,   ///< what is called: a CMake command, a program of a shell
    Word,      ///< an argument, or one of the words of a string
    Reference, ///< a variable that is read: its name alone
    Assigned,  ///< a variable that is set: its name alone
    Name,      ///< Python's and its kin's: a name, with its dots
  };
  Place At = Place::Word;
  unsigned Offset = 0;
  llvm::StringRef Text;
  unsigned Statement = 0;  ///< a line, a CMake command, the inside of a bracket
  llvm::StringRef Command; ///< what the statement calls
  llvm::StringRef Keyword; ///< whose value it is: `nvcc` in `{"nvcc": ["-G"]}`
  llvm::StringRef Generator; ///< `LANG` in CMake's `$<LANG:word>`
  /// A word in a string: where the string begins and ends, quotes included.
  unsigned QuoteBegin = 0, QuoteEnd = 0;
  unsigned Prefix = 0;      ///< letters before the quote: Python's `f"..."`
  bool Whole = true;        ///< fills its string; true outside strings
  bool Environment = false; ///< CMake's `$ENV{NAME}`
  bool Prose = false;       ///< text that a person will read
  bool InGenerator = false; ///< in CMake's `$<...>`, where `;` parts words
  char Bracket = 0;         ///< the innermost open bracket, or 0

  unsigned end() const { return Offset + unsigned(Text.size()); }
  bool quoted() const { return QuoteEnd != 0; }
  /// The word as one item: with its quotes, if it fills them.
  unsigned itemBegin() const {
    return quoted() && Whole ? QuoteBegin - Prefix : Offset;
  }
  unsigned itemEnd() const { return quoted() && Whole ? QuoteEnd : end(); }
};

/// A byte range of a script.
struct ScriptRange {
  unsigned Begin = 0, End = 0;
  bool holds(unsigned Offset) const { return Begin <= Offset && Offset < End; }
};

/// The text of a string, or of a document in a script.
struct ScriptText : ScriptRange {
  bool Raw = false; ///< a backslash in it escapes nothing
};

struct ScannedScript {
  std::vector<ScriptToken> Tokens; ///< sorted by offset; a word comes before
                                   ///< the references in it
  std::vector<ScriptRange> Comments;
  std::vector<ScriptRange> Opaque; ///< text that is data: bracket arguments,
                                   ///< here-documents
  std::vector<ScriptText> Strings; ///< in their order
  Exclusions Excluded;
  /// Where something was opened that nothing closes; the tokens end there.
  unsigned BrokenAt = ~0u;
  Message Broken; ///< what was opened; none if all is well

  bool isExcluded(unsigned Offset) const;
};

/// Reads all of `Text`; fails on nothing, however malformed.
ScannedScript scanScript(llvm::StringRef Text, ScriptSyntax Syntax);

} // namespace musify

#endif // MUSIFY_BUILD_SCANNER_H
