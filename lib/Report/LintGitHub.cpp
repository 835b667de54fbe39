// GitHub's workflow commands: annotations of a pull request's lines.
#include "Report/LintFormat.h"
#include "Report/SourceLine.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace musify {

/// `Text` as it may be printed, with its line ends.
static std::string printableLines(StringRef Text) {
  std::string Out;
  while (!Text.empty()) {
    size_t End = Text.find_first_of("\r\n");
    Out += printable(Text.take_front(End));
    if (End == StringRef::npos)
      break;
    Out += Text[End];
    Text = Text.drop_front(End + 1);
  }
  return Out;
}

/// `%`, line ends and, in a property, what separates properties. A terminal may
/// show the rest.
static std::string escaped(StringRef Text, bool Property) {
  std::string Out;
  for (char C : printableLines(Text)) {
    if (C == '%' || C == '\r' || C == '\n' ||
        (Property && (C == ':' || C == ',')))
      Out += "%" + utohexstr(static_cast<unsigned char>(C), false, 2);
    else
      Out += C;
  }
  return Out;
}

std::string lintGitHub(const LintResult &Result, const LintFormatOptions &) {
  std::string Out;
  raw_string_ostream OS(Out);
  for (const LintFinding &F : Result.Findings)
    OS << "::" << (F.Level == Severity::Note ? "notice" : severityName(F.Level))
       << " file=" << escaped(F.Path, true) << ",line=" << F.Line
       << ",endLine=" << F.EndLine << ",col=" << F.Column
       << ",endColumn=" << F.EndColumn << ",title="
       << escaped(F.Rule->Id.str() + " " + F.Rule->Name.str(), true)
       << "::" << escaped(F.Message, false) << '\n';
  return Out;
}

} // namespace musify
