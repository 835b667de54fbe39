//===- Align.h - Which tokens of two texts are the same ---------*- C++ -*-===//
#ifndef MUSIFY_VERIFY_ALIGN_H
#define MUSIFY_VERIFY_ALIGN_H

#include "Verify/Tokens.h"
#include "llvm/ADT/ArrayRef.h"
#include <vector>

namespace musify {

/// Tokens [OldBegin, OldEnd) stand in the place of [NewBegin, NewEnd); either
/// may be empty, not both.
struct Hunk {
  size_t OldBegin = 0, OldEnd = 0, NewBegin = 0, NewEnd = 0;
};

/// Where the two sequences differ, in order; what lies between is equal, token
/// by token. Near-linear in the length of texts that differ little. Where they
/// have no line in common, a stretch of any length is one hunk.
std::vector<Hunk> align(llvm::ArrayRef<TextToken> Old,
                        llvm::ArrayRef<TextToken> New);

} // namespace musify

#endif // MUSIFY_VERIFY_ALIGN_H
