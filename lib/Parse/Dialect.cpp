#include "Parse/Dialect.h"
#include "clang/Basic/DiagnosticParse.h"
#include "clang/Basic/DiagnosticSema.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using namespace clang;

namespace musify {

/// No errors any more; Clang 14 has errors here.
static constexpr unsigned Tolerated[] = {
    diag::compat_cxx20_implicit_typename,
    diag::compat_pre_cxx20_implicit_typename,
    diag::warn_missing_dependent_template_keyword};

static constexpr unsigned Errors[] = {
    diag::err_missing_dependent_template_keyword, diag::err_template_kw_missing,
    diag::err_found_in_dependent_base};

void warnOfDialect(DiagnosticsEngine &Diagnostics) {
  Diagnostics.setIgnoreAllWarnings(false);
  Diagnostics.setSeverityForAll(diag::Flavor::WarningOrError,
                                diag::Severity::Ignored);
  for (unsigned Id : Tolerated)
    Diagnostics.setSeverity(Id, diag::Severity::Warning, SourceLocation());
}

void noteDialectFixes(const Diagnostic &Info, Recorder &Out) {
  if (!is_contained(Tolerated, Info.getID()) &&
      !is_contained(Errors, Info.getID()))
    return;
  SmallString<128> Text;
  Info.FormatDiagnostic(Text);
  for (const FixItHint &Hint : Info.getFixItHints())
    if (!Hint.isNull())
      Out.noteFix(Hint.RemoveRange, Hint.CodeToInsert,
                  say(msg::ClangError, Text));
}

} // namespace musify
