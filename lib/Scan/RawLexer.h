//===- RawLexer.h - Code as tokens, without a preprocessor ------*- C++ -*-===//
#ifndef MUSIFY_SCAN_RAWLEXER_H
#define MUSIFY_SCAN_RAWLEXER_H

#include "clang/Basic/LangOptions.h"
#include "clang/Lex/Token.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"

namespace musify {

/// For Clang's raw lexer: any C++ up to C++20, and CUDA's launches. All that
/// read tokens take these, so that they agree where a token ends.
const clang::LangOptions &rawLangOptions();

enum class Comments { Skip, Keep };

/// True if more than 1000 line splices stand in a row: Clang's lexer calls
/// itself for each of them.
bool hasManySplices(llvm::StringRef Text);

/// Calls `Visit` with each raw token of `Text` and its offset, in order; with
/// none if `hasManySplices`. Text that does not end with NUL is copied for the
/// lexer, which stops at one.
void forEachRawToken(
    llvm::StringRef Text,
    llvm::function_ref<void(const clang::Token &Tok, unsigned Offset)> Visit,
    Comments Which = Comments::Skip);

/// The same for text that a NUL follows, as in a MemoryBuffer: no copy.
void forEachRawTokenOfBuffer(
    llvm::StringRef Text,
    llvm::function_ref<void(const clang::Token &Tok, unsigned Offset)> Visit,
    Comments Which = Comments::Skip);

} // namespace musify

#endif // MUSIFY_SCAN_RAWLEXER_H
