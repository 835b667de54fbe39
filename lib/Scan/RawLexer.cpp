#include "Scan/RawLexer.h"

namespace musify {

clang::LangOptions rawLangOptions() {
  clang::LangOptions Options;
  Options.CPlusPlus = Options.CPlusPlus11 = Options.CPlusPlus14 =
      Options.CPlusPlus17 = Options.CPlusPlus20 = true;
  Options.CUDA = true; // `<<<` and `>>>` are tokens
  Options.LineComment = Options.RawStringLiterals = true;
  Options.Bool = Options.CXXOperatorNames = true;
  return Options;
}

} // namespace musify
