#include "Scan/WholeGuard.h"
#include "Scan/RawLexer.h"
#include "llvm/ADT/SmallVector.h"

using namespace llvm;

namespace musify {
namespace {

/// The macro that `ifdef X`, `if defined X` or `if defined(X)` names.
StringRef testedMacro(ArrayRef<StringRef> Words) {
  if (Words.size() == 2 && Words[0] == "ifdef")
    return Words[1];
  if (Words.size() < 3 || Words[0] != "if" || Words[1] != "defined")
    return "";
  if (Words.size() == 3)
    return Words[2];
  return Words.size() == 5 && Words[2] == "(" && Words[4] == ")" ? Words[3]
                                                                 : "";
}

/// Follows the directives of a file, one after the other.
class GuardReader {
public:
  void take(StringRef Word, bool StartsLine) {
    if (StartsLine)
      endLine();
    if (StartsLine && Word == "#")
      InDirective = true;
    else if (InDirective)
      Words.push_back(Word);
    else
      takeCode();
  }
  StringRef finish() {
    endLine();
    return IsWhole && Depth == 0 ? Macro : "";
  }

private:
  /// Before the guard, or behind it.
  void takeCode() { IsWhole &= Depth > 0; }

  void endLine() {
    if (!InDirective)
      return;
    InDirective = false;
    SmallVector<StringRef, 8> Line = std::move(Words);
    Words.clear();
    StringRef Name = Line.empty() ? "" : Line.front();
    if (Name == "endif") {
      Depth -= Depth > 0;
    } else if (Name.starts_with("if")) {
      if (Depth++ == 0)
        open(Line);
    } else if (Depth == 1 && Name.starts_with("el")) {
      IsWhole = false;
    } else if (Name != "pragma") {
      takeCode();
    }
  }
  void open(ArrayRef<StringRef> Line) {
    IsWhole &= Macro.empty();
    Macro = testedMacro(Line);
  }

  StringRef Macro;
  SmallVector<StringRef, 8> Words; ///< of the directive that is being read
  unsigned Depth = 0;
  bool InDirective = false, IsWhole = true;
};

} // namespace

StringRef wholeGuard(StringRef Text) {

  if (!Text.contains("#if"))
    return "";
  GuardReader Reader;
  forEachRawTokenOfBuffer(Text, [&](const clang::Token &Tok, unsigned Offset) {
    Reader.take(Text.substr(Offset, Tok.getLength()), Tok.isAtStartOfLine());
  });
  return Reader.finish();
}

} // namespace musify
