#include "Parse/Dialect.h"
#include "clang/Basic/DiagnosticParse.h"
#include "clang/Basic/DiagnosticSema.h"
#include "llvm/ADT/STLExtras.h"
#include <bit>

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

/// nvcc takes these, too, and warns at most.
static constexpr unsigned Narrowing[] = {
    diag::ext_init_list_type_narrowing,
    diag::ext_init_list_type_narrowing_const_reference,
    diag::ext_init_list_variable_narrowing,
    diag::ext_init_list_variable_narrowing_const_reference,
    diag::ext_init_list_constant_narrowing,
    diag::ext_init_list_constant_narrowing_const_reference};

static constexpr unsigned Rejected[] = {
    diag::err_static_non_static,
    diag::err_typecheck_invalid_restrict_not_pointer,
    diag::err_explicit_instantiation_undefined_func_template,
    diag::err_not_found_by_two_phase_lookup};

bool judgesDialect(const Recorder &Out) {
  return Out.compares() && Out.isMusa() && !Out.isForDevice();
}

void warnOfDialect(DiagnosticsEngine &Diagnostics) {
  Diagnostics.setIgnoreAllWarnings(false);
  Diagnostics.setSeverityForAll(diag::Flavor::WarningOrError,
                                diag::Severity::Ignored);
  for (unsigned Id : Tolerated)
    Diagnostics.setSeverity(Id, diag::Severity::Warning, SourceLocation());
  for (unsigned Id : Narrowing)
    Diagnostics.setSeverity(Id, diag::Severity::Error, SourceLocation());
}

static Message textOf(const Diagnostic &Info) {
  SmallString<128> Text;
  Info.FormatDiagnostic(Text);
  return say(msg::ClangError, Text);
}

void noteRejected(const Diagnostic &Info, Recorder &Out) {
  if (is_contained(Rejected, Info.getID()) ||
      is_contained(Narrowing, Info.getID()))
    Out.noteFix(CharSourceRange::getCharRange(Info.getLocation()), "",
                textOf(Info));
}

void noteWrongSide(const Diagnostic &Info, Recorder &Out) {
  constexpr unsigned Callee = 2; // the argument of the message
  if (Info.getID() != diag::err_ref_bad_target ||
      Info.getArgKind(Callee) != DiagnosticsEngine::ak_nameddecl)
    return;
  auto *D = std::bit_cast<const NamedDecl *>(uintptr_t(Info.getRawArg(Callee)));
  if (Out.inputAt(D->getLocation()))
    Out.noteFix(CharSourceRange::getCharRange(Info.getLocation()), "",
                textOf(Info));
}

void noteDialectFixes(const Diagnostic &Info, Recorder &Out) {
  if (!is_contained(Tolerated, Info.getID()) &&
      !is_contained(Errors, Info.getID()))
    return;
  for (const FixItHint &Hint : Info.getFixItHints())
    if (!Hint.isNull())
      Out.noteFix(Hint.RemoveRange, Hint.CodeToInsert, textOf(Info));
}

} // namespace musify
