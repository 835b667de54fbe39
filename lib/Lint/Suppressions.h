//===- Suppressions.h - Comments that hide findings -------------*- C++ -*-===//
//
//   x; // musify: ignore(MUSA0101) reason               this line
//   // musify: ignore-next-line(MUSA0101) reason        the next line of code
//   // musify: ignore-begin(MUSA0101, MUSA0401) reason  up to the matching
//   // musify: ignore-end(MUSA0101, MUSA0401)           `ignore-end`
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_LINT_SUPPRESSIONS_H
#define MUSIFY_LINT_SUPPRESSIONS_H

#include "Edit/Finding.h"
#include "Edit/LiteralText.h"
#include "Lint/Catalogue.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace musify {

/// Offsets are bytes of the file.
struct Suppression {
  unsigned Offset = 0, Length = 0; ///< of the comment
  unsigned Begin = 0, End = 0;     ///< what it covers, half open
  std::string Reason;
  bool MayBeUnused = true; ///< false: not all rules looked at what it covers
  struct Target {
    const LintRule *Rule;
    bool Used = false;
  };
  std::vector<Target> Targets;

  /// True if it hides a finding of `Rule` at `At`; notes that it was used.
  bool hides(const LintRule &Rule, unsigned At);
};

struct SuppressedFile {
  std::vector<Suppression> List;
  /// Comments that hide nothing, and why. `Where.File` is not set.
  std::vector<Finding> Faults;
};

/// Reads the suppression comments of C++ source. What stands in a string is
/// no comment of the file.
SuppressedFile readSuppressions(llvm::StringRef Text);

/// The same of code in string literals. Offsets are those of the file.
SuppressedFile readSuppressions(const LiteralText &Code);

/// Findings `unused-suppression` for the targets that hid nothing and that
/// `CouldFire`. `Where.File` is not set.
std::vector<Finding>
unusedSuppressions(llvm::ArrayRef<Suppression> List,
                   llvm::function_ref<bool(const LintRule &)> CouldFire);

/// A comment without its delimiters, and the line of code behind it. Another
/// language than C++ needs only another way to these.
struct CommentText {
  unsigned Offset = 0, Length = 0;
  llvm::StringRef Body;
  unsigned NextCode = 0; ///< offset of the first code on a later line
};

/// The same for comments found by the caller; `Text` is the whole file.
SuppressedFile readSuppressions(llvm::StringRef Text,
                                llvm::ArrayRef<CommentText> Comments);

} // namespace musify

#endif // MUSIFY_LINT_SUPPRESSIONS_H
