//===- GroupWords.h - What groups of lanes may have alike -------*- C++ -*-===//
#ifndef MUSIFY_REWRITE_GROUPWORDS_H
#define MUSIFY_REWRITE_GROUPWORDS_H

#include "Rewrite/LaneWords.h"
#include "llvm/ADT/StringMap.h"
#include <vector>

namespace musify {

/// A call that reads a numbered lane and gives no width, as words.
struct OpenRead {
  size_t Name = 0, Close = 0;
  size_t ValueBegin = 0, ValueEnd = 0; ///< the argument
};

/// Whether it may not matter which group of 32 lanes is read: all may have the
/// same value, or only one be there. What the text does not show counts as yes.
class GroupWords : protected LaneWords {
protected:
  GroupWords(llvm::StringRef Text,
             llvm::function_ref<bool(unsigned)> IsLeftOut);

  std::optional<OpenRead> openReadAt(size_t At) const;
  bool isOneGroupOrAll(const FunctionExtent &F) const;
  bool mayNotMatter(const OpenRead &Read, const FunctionExtent &F) const;

private:
  /// Where the name stands between the words.
  llvm::ArrayRef<size_t> placesOf(llvm::StringRef Name, size_t Begin,
                                  size_t End) const;
  bool isLaunchedAsOneGroup(llvm::StringRef Kernel) const;
  bool isBelowFirstGroup(size_t At, const FunctionExtent &F) const;
  bool leavesFirstGroup(size_t Begin, size_t End) const;
  bool isBlockwide(const FunctionExtent &F) const;
  bool isOfLargestWarp(size_t Begin, size_t End) const;
  bool keepsFirstGroup(size_t Begin, size_t End) const;
  bool mayBeCommon(size_t Begin, size_t End, const FunctionExtent &F) const;
  bool isArgumentOfKernel(llvm::StringRef Name, const FunctionExtent &F) const;
  bool isOwnArray(size_t At, const FunctionExtent &F) const;
  bool isShared(llvm::StringRef Name, const FunctionExtent &F) const;

  // In order; so that no function is read once more for each of its calls.
  llvm::StringMap<std::vector<size_t>> Places; ///< of each name
  std::vector<size_t> Limits, Barriers;
};

} // namespace musify

#endif // MUSIFY_REWRITE_GROUPWORDS_H
