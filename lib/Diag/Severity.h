//===- Severity.h - How much a finding counts -------------------*- C++ -*-===//
#ifndef MUSIFY_DIAG_SEVERITY_H
#define MUSIFY_DIAG_SEVERITY_H

#include "llvm/ADT/StringRef.h"

namespace musify {

/// Errors and warnings need manual work (exit code 1); notes do not.
enum class Severity { Note, Warning, Error };

/// Spelling used in reports: `note`, `warning`, `error`.
llvm::StringRef severityName(Severity S);

} // namespace musify

#endif // MUSIFY_DIAG_SEVERITY_H
