//===- FlagTable.h - What the flags of compilers are ------------*- C++ -*-===//
//
// A flag is one row of FlagTable.cpp: how it takes its value, what it is about,
// and what becomes of it for Clang. Readers use Flags.h.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_PROJECT_FLAGTABLE_H
#define MUSIFY_PROJECT_FLAGTABLE_H

#include "Diag/Message.h"
#include "Project/Flags.h"

namespace musify {

/// Where the value of a flag is.
enum class Takes {
  Nothing,  ///< `-f`
  Equals,   ///< `-f=V` or `-f V`
  Attached, ///< `-fV`, also with an empty `V`
  Either,   ///< `-fV` or `-f V`
  Maybe,    ///< `-f=V`, or `-f V` when `V` does not look like a flag
};

/// What Clang gets instead of a flag.
enum class Becomes {
  Dropped,    ///< nothing; its kind is the reason
  Text,       ///< `Text`, with `When` only for that value
  Joined,     ///< `Text` and the value as one word
  JoinedEach, ///< the same for each value of a comma list
  Pair,       ///< `Text` and the value as two words
  PairEach,   ///< the same for each value of a comma list
  AsLanguage, ///< `-x` with Clang's name of the language
  HostFlag,   ///< the value, which is itself a flag for the host compiler
  HostFlags,  ///< the value, which is a comma list of such flags
};

/// Names have no dashes: nvcc accepts `-std` and `--std` alike. Names of one
/// letter have a single dash.
struct FlagRule {
  llvm::StringLiteral Name;
  Takes Value;
  FlagKind Kind;
  Becomes To = Becomes::Dropped;
  llvm::StringLiteral Text = "";
  llvm::StringLiteral When = "";
};

/// The rule for a word that looks like a flag: the one with the longest name.
const FlagRule *findFlagRule(llvm::StringRef Word, Dialect Of);

/// What follows the rule's name in `Word`, if the rule is for `Word`.
std::optional<llvm::StringRef> tailOf(llvm::StringRef Word,
                                      const FlagRule &Rule);

/// The reason why a flag of this kind is not for Clang.
Message whyDropped(FlagKind Kind);

} // namespace musify

#endif // MUSIFY_PROJECT_FLAGTABLE_H
