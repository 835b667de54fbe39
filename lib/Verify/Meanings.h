//===- Meanings.h - The same text with another meaning ----------*- C++ -*-===//
#ifndef MUSIFY_VERIFY_MEANINGS_H
#define MUSIFY_VERIFY_MEANINGS_H

#include "Verify/Judge.h"

namespace musify {

/// Fills `F.OtherMeanings`: the innermost statements and declarations that both
/// parses saw, whose edits change names alone, and whose hashes differ. Without
/// `WithNames` the names of the user's do not count: the port gave some others.
void judgeMeanings(ComparedFile &F, bool WithNames);

/// True if no name of the project became one that differs in more than the
/// words of the platforms.
bool keepsOwnNames(llvm::ArrayRef<ComparedFile> Files);

} // namespace musify

#endif // MUSIFY_VERIFY_MEANINGS_H
