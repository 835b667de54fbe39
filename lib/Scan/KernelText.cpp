#include "Scan/KernelText.h"
#include "Platform/Platform.h"
#include "Scan/RawLexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
namespace tok = clang::tok;

namespace musify {

static bool isQualifier(StringRef Word) {
  return is_contained(sourcePlatform().DeviceWords, Word);
}

/// True for a word that may stand before `__device__`: a specifier, a built-in
/// type, a macro.
static bool isSpecifier(StringRef Word) {
  static constexpr StringRef Known[] = {
      "static",   "inline", "extern", "constexpr", "const",
      "volatile", "friend", "void",   "unsigned",  "signed",
      "auto",     "bool",   "char",   "short",     "int",
      "long",     "float",  "double", "struct"};
  return Word.starts_with("__") || llvm::is_contained(Known, Word) ||
         llvm::none_of(Word, isLower);
}

bool declaresKernel(StringRef Code) {
  enum { Nothing, Qualifier, Declares, Ends } Seen = Nothing;
  bool InProse = false, AfterPercent = false;
  forEachRawTokenOfBuffer(Code, [&](const clang::Token &Tok, unsigned Offset) {
    StringRef Word = Code.substr(Offset, Tok.getLength());
    bool IsWord = Tok.is(tok::raw_identifier);
    bool WasProse = std::exchange(InProse, IsWord && !isSpecifier(Word) &&
                                               !AfterPercent); // `%s`
    AfterPercent = Tok.is(tok::percent);
    if (Seen == Nothing || Seen == Qualifier)
      Seen = IsWord && isQualifier(Word) && !WasProse ? Qualifier
             : Seen == Qualifier && IsWord            ? Declares
                                                      : Nothing;
    else if (Tok.isOneOf(tok::l_brace, tok::semi))
      Seen = Ends;
  });
  return Seen == Ends;
}

} // namespace musify
