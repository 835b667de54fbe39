//===- GuardChains.h - Branches that ask for one macro ----------*- C++ -*-===//
#ifndef MUSIFY_SCAN_GUARDCHAINS_H
#define MUSIFY_SCAN_GUARDCHAINS_H

#include "Scan/TokenStream.h"

namespace musify {

/// A macro in the condition of a directive.
struct GuardUse {
  unsigned Offset = 0;
  bool IsTested = false; ///< only whether it is defined is asked
  std::optional<place::Comparison> With; ///< with a number
};

struct GuardedBranch {
  llvm::StringRef Directive; ///< `if`, `elif`, `else`, ...
  llvm::StringRef Condition; ///< all that follows it; of `else` nothing
  std::vector<GuardUse> Uses;
  /// What is compiled: half-open, its bytes and its tokens.
  unsigned Begin = 0, End = 0;
  size_t FirstToken = 0, EndToken = 0;
};

/// From `#if` to `#endif`.
struct GuardChain {
  std::vector<GuardedBranch> Branches;
};

/// The chains of a file that ask for `Macro`, in the order of their `#endif`.
/// What the file leaves open is left out.
std::vector<GuardChain> findGuardChains(const TokenStream &Tokens,
                                        llvm::StringRef Macro);

/// All tokens of `Text`, comments left out. A NUL follows the text.
TokenStream tokensOf(llvm::StringRef Text);

} // namespace musify

#endif // MUSIFY_SCAN_GUARDCHAINS_H
