//===- Calls.h - Calls that a person changed --------------------*- C++ -*-===//
#ifndef MUSIFY_LEARN_CALLS_H
#define MUSIFY_LEARN_CALLS_H

#include "Learn/Aligned.h"
#include <optional>

namespace musify {

/// Adds the calls of the file to `Out.Calls`, and marks in `F` the hunks that
/// are parts of changed ones. Each hunk is a change of the innermost call that
/// has all of it.
void observeCalls(AlignedFile &F, Observations &Out);

/// The last token of the call that begins with the token, if one does.
std::optional<size_t> callEnd(llvm::ArrayRef<TextToken> All, size_t Name);

/// Includes that were added or removed, conditions around code that both sides
/// have, calls that were removed as statements; marks their hunks.
void observeRegions(AlignedFile &F, Observations &Out);

/// Numbers that macros are compared with; marks their tokens.
void observeComparisons(AlignedFile &F, Observations &Out);

/// Options of compilers that a script has on one side alone.
void observeFlags(const FileToLearn &F, llvm::StringRef Expected,
                  Observations &Out);

/// The line of the original on which the token stands.
LineOf lineOf(const AlignedFile &F, size_t OldIndex);

} // namespace musify

#endif // MUSIFY_LEARN_CALLS_H
