//===- Tokens.h - Whether a text is the same without MUSA -------*- C++ -*-===//
//
// Two looks at one promise, on purpose by different means: the raw one holds
// for every configuration, the preprocessor's is Clang's own word for one.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_SHIM_TOKENS_H
#define MUSIFY_SHIM_TOKENS_H

#include "Diag/Message.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace musify {

/// Tokens of `Text` after Clang's preprocessor, as they are spelled. Headers
/// are not entered: an active include is one token, `#include <x.h>`.
/// `__LINE__` stays itself. `Defines` are `NAME` or `NAME=VALUE`.
std::vector<std::string>
preprocessedTokens(llvm::StringRef Text, llvm::ArrayRef<std::string> Defines);

/// All tokens of `Text`, directives and inactive branches included, with the
/// branches resolved that ask for `Macro` alone (`#if defined(Macro)`, `#ifdef
/// Macro`) as if it were not defined. A directive begins with a token `\n`.
std::vector<std::string> tokensWithout(llvm::StringRef Text,
                                       llvm::StringRef Macro);

/// None if both texts are the same code without `Macro`, by both looks; else
/// where they part.
Message differenceWithout(llvm::StringRef Old, llvm::StringRef New,
                          llvm::StringRef Macro,
                          llvm::ArrayRef<std::string> Defines);

} // namespace musify

#endif // MUSIFY_SHIM_TOKENS_H
