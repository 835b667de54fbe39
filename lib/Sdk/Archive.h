//===- Archive.h - Many small files in one blob -----------------*- C++ -*-===//
#ifndef MUSIFY_SDK_ARCHIVE_H
#define MUSIFY_SDK_ARCHIVE_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace musify {

/// The built-in rules among the embedded files.
inline constexpr llvm::StringLiteral RulesPath = "rules.json";

/// Appends one file. Contents are followed by a NUL, so that a reader may hand
/// them to Clang's lexer without a copy.
void appendToArchive(std::string &Archive, llvm::StringRef Path,
                     llvm::StringRef Contents);

/// Calls `Visit` for every file, in order. The references point into `Archive`.
void forEachInArchive(
    llvm::StringRef Archive,
    llvm::function_ref<void(llvm::StringRef Path, llvm::StringRef Contents)>
        Visit);

} // namespace musify

#endif // MUSIFY_SDK_ARCHIVE_H
