//===- PrintEntry.h - What the tables say of a name, as text ----*- C++ -*-===//
#ifndef MUSIFY_TOOLS_PRINTENTRY_H
#define MUSIFY_TOOLS_PRINTENTRY_H

#include "Diag/Message.h"
#include "Mapping/Entry.h"
#include "llvm/Support/raw_ostream.h"

namespace musify {

/// One line, or none if the value is empty.
void printField(llvm::raw_ostream &OS, TypedId<0> Name, llvm::StringRef Value);

/// The two names with kind and status, on one line.
void printLine(llvm::raw_ostream &OS, const Entry &E);

/// The two names, and the fields that have a value.
void printEntry(llvm::raw_ostream &OS, const Entry &E);

/// Where the name is known from: the last fields of `printEntry`.
void printEvidence(llvm::raw_ostream &OS, const Entry &E);

} // namespace musify

#endif // MUSIFY_TOOLS_PRINTENTRY_H
