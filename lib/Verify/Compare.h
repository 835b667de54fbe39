//===- Compare.h - A port beside what musify makes of the original -*- C++ -*-//
//
//   original ─ plan ─ expected text ─┬─ align ─ differences
//   port ────────────────────────────┘
//
// Each difference between an original and its port is either what an edit of
// the plan makes, or is listed.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_VERIFY_COMPARE_H
#define MUSIFY_VERIFY_COMPARE_H

#include "Edit/Plan.h"
#include "Verify/Tokens.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <optional>
#include <string>
#include <vector>

namespace musify {

/// Half-open, in bytes.
struct ByteRange {
  unsigned Begin = 0, End = 0;
  bool isEmpty() const { return Begin == End; }
};

struct Difference {
  enum class Is {
    NotPorted, ///< an edit was not made: the original's text is still there
    OtherName, ///< a name became another one than the plan's
    Renamed,   ///< a name that the plan keeps has another one
    Changed,   ///< any other text in place of what was expected
    Added,
    Removed,
  };
  Is What = Is::Changed;
  ByteRange Old;                 ///< in the original
  ByteRange New;                 ///< in the port; empty: between two tokens
  std::string Was;               ///< the original's text, blanks made one
  std::string Expected;          ///< what the plan makes of it
  std::string Now;               ///< the port's
  const Finding *Edit = nullptr; ///< one that was expected here; or null
};

/// An edit of the plan that the port has.
struct MadeEdit {
  const Finding *Edit;
  unsigned NewOffset;    ///< of its first token in the port
  bool IsProved = false; ///< set by `judge`
};

/// A name that the plan keeps and that the port has, too.
struct KeptName {
  llvm::StringRef Name; ///< points into the port
  unsigned OldOffset, NewOffset;
};

/// A token that both have, or that an edit of the plan makes.
struct SameToken {
  unsigned OldOffset, NewOffset;
};

/// Points into the plan and the port's text, which outlive it.
struct Comparison {
  std::vector<Difference> Differences; ///< in the order of the port
  std::vector<MadeEdit> Made;
  std::vector<KeptName> Kept;
  std::vector<SameToken> Directives; ///< their `#`
  std::vector<SameToken> Tokens;     ///< sorted; of an edit the first

  /// Where the token at the place is in the port, or was in the original.
  std::optional<unsigned> newOffset(unsigned Old) const;
  std::optional<unsigned> oldOffset(unsigned New) const;
};

/// Compares `Port` with what `Plan` makes of `Original`. Blanks and comments
/// make no difference. Fails if the plan does not fit the text.
llvm::Expected<Comparison> comparePort(llvm::StringRef Original,
                                       const FilePlan &Plan,
                                       llvm::StringRef Port, TextKind Kind);

} // namespace musify

#endif // MUSIFY_VERIFY_COMPARE_H
