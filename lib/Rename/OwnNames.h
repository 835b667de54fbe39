//===- OwnNames.h - What a text declares ------------------------*- C++ -*-===//
#ifndef MUSIFY_RENAME_OWNNAMES_H
#define MUSIFY_RENAME_OWNNAMES_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/StringSet.h"

namespace musify {

/// Identifiers of a project's code.
struct NamesInCode {
  llvm::StringSet<> Used;      ///< all
  llvm::StringSet<> Declared;  ///< by the look of the tokens around them
  llvm::StringSet<> Elsewhere; ///< declared where names do not change
  llvm::StringSet<> Tested;    ///< in conditions of the preprocessor
  llvm::StringSet<> Exported;  ///< declared below `extern "C"`
  llvm::StringSet<> Types;     ///< defined as classes, structs and the like
  /// Arguments of macros outside of functions, which may declare them.
  llvm::StringSet<> Given;
  llvm::StringSet<> SharedTypes; ///< `Types` of code that both backends share
  llvm::StringSet<> InCopies;    ///< all in copies that are there already
};

/// Adds those of `Text`. A declaration is seen by its tokens, so that branches
/// count that no build compiles.
void addNames(llvm::StringRef Text, NamesInCode &Names);

/// Calls `Visit` with each identifier and its offset.
void forEachNameIn(
    llvm::StringRef Text,
    llvm::function_ref<void(llvm::StringRef Name, unsigned Offset)> Visit);

} // namespace musify

#endif // MUSIFY_RENAME_OWNNAMES_H
