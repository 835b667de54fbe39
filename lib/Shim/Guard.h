//===- Guard.h - Two texts side by side -------------------------*- C++ -*-===//
#ifndef MUSIFY_SHIM_GUARD_H
#define MUSIFY_SHIM_GUARD_H

#include "Edit/Plan.h"
#include "Shim/Lines.h"
#include "llvm/ADT/ArrayRef.h"
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace musify {

struct GuardInput {
  llvm::StringRef Text;
  const SourceLines &Lines;
  llvm::ArrayRef<Finding> Edits;         ///< all of the file, by offset
  std::vector<const Finding *> TwoTexts; ///< those of them that force a guard
  std::set<size_t> IncludeLines;         ///< that MUSA gets `Include` for
  std::string Include;                   ///< path of the header, as spelled
  std::string Macro;
};

struct Guarded {
  std::vector<Finding> Edits; ///< insertions of whole lines, by offset
  /// Of `TwoTexts` or include lines: no whole lines could be set apart.
  std::vector<std::pair<unsigned, unsigned>> Refused; ///< offset and length
  /// Half-open byte ranges of the old text that MUSA no longer compiles.
  std::vector<std::pair<unsigned, unsigned>> Ranges;
};

/// Puts `#if defined(Macro)`, the new text, `#else`, the old text and `#endif`
/// where two texts are needed: whole lines, never inside of a directive, a
/// macro definition, a token or an argument list.
Guarded guardTexts(const GuardInput &In);

/// True if the include line was guarded by `guardTexts` before: it stands in
/// the `#else` of a branch that includes a file named like `Include`.
bool isGuardedInclude(llvm::StringRef Macro, llvm::StringRef Include,
                      const SourceLines &Lines, size_t Line);

} // namespace musify

#endif // MUSIFY_SHIM_GUARD_H
