//===- Dialect.h - What MUSA's compiler would reject ------------*- C++ -*-===//
//
// MUSA's compiler is a Clang of some years ago. What it rejects and a newer one
// only warns of, with the edits that Clang proposes for it, and what each Clang
// rejects and nvcc takes.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_PARSE_DIALECT_H
#define MUSIFY_PARSE_DIALECT_H

#include "Parse/Recorder.h"
#include "clang/Basic/Diagnostic.h"

namespace musify {

/// True if what MUSA's compiler rejects in the unit counts: the parse for the
/// host sees all of it that has to do with the language.
bool judgesDialect(const Recorder &Out);

/// Lets Clang give the warnings that `noteDialectFixes` is for, and no others.
void warnOfDialect(clang::DiagnosticsEngine &Diagnostics);

/// Notes the edits of a diagnostic whose edits are always right: a `typename`,
/// a `template`, a `this->` that a template needs.
void noteDialectFixes(const clang::Diagnostic &Info, Recorder &Out);

/// Notes an error that no missing declaration makes, in code that MUSA's
/// compiler will read. It has no edit.
void noteRejected(const clang::Diagnostic &Info, Recorder &Out);

/// Notes that code for the device calls a function of the project's for the
/// host. It has no edit.
void noteWrongSide(const clang::Diagnostic &Info, Recorder &Out);

} // namespace musify

#endif // MUSIFY_PARSE_DIALECT_H
