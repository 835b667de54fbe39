//===- Meanings.h - The same text with another meaning ----------*- C++ -*-===//
#ifndef MUSIFY_VERIFY_MEANINGS_H
#define MUSIFY_VERIFY_MEANINGS_H

#include "Verify/Judge.h"

namespace musify {

/// Fills `OtherMeanings` of each file: the innermost statements and
/// declarations that both parses saw, whose edits change names alone, and whose
/// hashes differ. What differs for the sake of a condition or of a name that is
/// the project's on one side counts there. Names of the user's count only if
/// the port gave none of them another one.
void judgeMeanings(llvm::MutableArrayRef<ComparedFile> Files);

} // namespace musify

#endif // MUSIFY_VERIFY_MEANINGS_H
