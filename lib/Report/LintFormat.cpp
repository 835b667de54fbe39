#include "Report/LintFormat.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace musify {

static constexpr LintFormat Formats[] = {
#define LINT_FORMAT(FUNCTION, NAME, SUMMARY) {NAME, SUMMARY, lint##FUNCTION},
#include "Report/LintFormats.def"
#undef LINT_FORMAT
};

ArrayRef<LintFormat> lintFormats() { return Formats; }

const LintFormat *findLintFormat(StringRef Name) {
  for (const LintFormat &F : Formats)
    if (F.Name == Name)
      return &F;
  return nullptr;
}

std::string xmlEscaped(StringRef Text) {
  std::string Valid;
  for (char C : json::isUTF8(Text) ? Text.str() : json::fixUTF8(Text)) {
    bool Allowed = static_cast<unsigned char>(C) >= 0x20 || C == '\t' ||
                   C == '\n' || C == '\r';
    Valid += Allowed ? StringRef(&C, 1) : StringRef("\xef\xbf\xbd");
  }
  std::string Out;
  raw_string_ostream OS(Out);
  printHTMLEscaped(Valid, OS);
  return Out;
}

} // namespace musify
