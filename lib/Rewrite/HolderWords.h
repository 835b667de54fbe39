//===- HolderWords.h - Names that hold an answer ----------------*- C++ -*-===//
#ifndef MUSIFY_REWRITE_HOLDERWORDS_H
#define MUSIFY_REWRITE_HOLDERWORDS_H

#include "Rewrite/FileWords.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include <map>
#include <vector>

namespace musify {

/// What was asked for.
struct HeldAnswer {
  llvm::StringRef By; ///< the function or struct
  bool IsVersion = false;
  int64_t Factor = 1; ///< by which the major part was multiplied
};

/// A name that stands for it.
struct Holder {
  enum class Kind { Variable, Member, Function };
  llvm::StringRef Name;
  HeldAnswer Of;
  Kind K = Kind::Variable;
  unsigned Depth = 0; ///< of its block; a variable is forgotten at the end
  bool IsOfOtherFile = false;
  bool IsMissed = false; ///< where a parse saw the file, but not the answer
};

/// Follows what a device answered through the names of one file: variables of
/// the blocks around, members and results of the whole file, parameters. The
/// words are read in order, more than once.
class HolderWords : protected FileWords {
protected:
  using FileWords::FileWords;

  /// Begins at the first word again. What the file holds stays known.
  void startAgain();
  void enterBlock(size_t At);
  void leaveBlock();
  /// Writes down what gets the value of the expression at `From`.
  void keep(size_t From, HeldAnswer What);
  void keepMissed(size_t From, HeldAnswer What);
  void keepForFile(Holder New);
  /// A variable of this block.
  void hold(llvm::StringRef Name, HeldAnswer What) {
    Held.push_back({Name, What, Holder::Kind::Variable, Depth});
  }
  const Holder *holderAt(size_t At) const;
  void forget(size_t At);

  std::vector<Holder> Kept; ///< in the whole file
  size_t QueryEnd = 0;      ///< of the last query

private:
  bool pass(size_t From, HeldAnswer What);

  std::vector<Holder> Held;  ///< in the blocks around
  llvm::StringSet<> Defined; ///< functions of the file
  /// By function: which parameters are given what was asked for.
  llvm::StringMap<std::map<unsigned, llvm::StringRef>> Passed;
  llvm::StringRef Function; ///< around; empty: none
  unsigned Depth = 0, FunctionDepth = 0;
};

} // namespace musify

#endif // MUSIFY_REWRITE_HOLDERWORDS_H
