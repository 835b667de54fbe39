//===- Baseline.h - Findings that are known already -------------*- C++ -*-===//
//
// A finding is known by its rule, its file and the text of its line, not by
// the line's number, so that code may move.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_LINT_BASELINE_H
#define MUSIFY_LINT_BASELINE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <compare>
#include <map>
#include <string>

namespace musify {

struct FindingKey {
  std::string Rule; ///< id
  std::string Path; ///< below the project's root, with `/`
  std::string Text; ///< line, as `normalisedLine` gives it
  auto operator<=>(const FindingKey &) const = default;
};

/// `Line` without blanks at its ends, and with one blank for every run of
/// them inside; bytes that are not UTF-8 become U+FFFD.
std::string normalisedLine(llvm::StringRef Line);

/// Hash of a key and of how many findings with this key came before in the
/// file. Stable over runs, machines and versions: 32 hexadecimal digits.
std::string fingerprint(const FindingKey &Key, unsigned Occurrence);

/// How often each key is known.
using Baseline = std::map<FindingKey, unsigned>;

/// Reads `Json`. Errors begin with `Path`, and with a line if it is not JSON.
llvm::Expected<Baseline> parseBaseline(llvm::StringRef Json,
                                       llvm::StringRef Path);

/// The file's text. The same keys give the same bytes; one key a line, so that
/// merging by line works.
std::string formatBaseline(const Baseline &Known);

} // namespace musify

#endif // MUSIFY_LINT_BASELINE_H
