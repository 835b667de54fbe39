//===- FileFunctions.h - Functions of code that no parse saw ----*- C++ -*-===//
#ifndef MUSIFY_REWRITE_FILEFUNCTIONS_H
#define MUSIFY_REWRITE_FILEFUNCTIONS_H

#include "Rewrite/FileWords.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include <vector>

namespace musify {

/// A function as words of its file, or a macro with its body.
struct FunctionExtent {
  size_t Begin = 0;     ///< its first word
  size_t Body = 0;      ///< the brace behind its parameters
  size_t End = 0;       ///< the brace that closes it
  llvm::StringRef Name; ///< empty: not known
  bool IsMacro = false;
};

/// Where the functions of a file begin and end, and which branches of `#if`
/// exclude each other. A branch begins in the blocks in which its `#if` stands.
class FileFunctions {
public:
  explicit FileFunctions(llvm::ArrayRef<Word> Words);

  llvm::ArrayRef<FunctionExtent> all() const { return All; }
  /// The function or macro whose word it is; null if none's.
  const FunctionExtent *around(size_t At) const;
  /// True below `#if 0`, and behind the `#else` of `#if 1`.
  bool isDead(size_t At) const;
  /// True if the words are in different branches of one `#if`.
  bool areExclusive(size_t A, size_t B) const;

private:
  struct Branch {
    unsigned Parent, If;
    bool IsDead;
  };
  struct State {
    unsigned Depth = 0;
    size_t Begin = 0, Body = 0;
  };
  struct OpenIf {
    State Before;
    unsigned Parent, If;
    bool BeginsAnew; ///< no declaration goes on
    bool IsTaken;    ///< `#if 1`
  };

  bool isPending(size_t Directive) const;
  size_t readDirective(size_t At);
  void readWord(size_t At);
  bool opensFunction(size_t Brace) const;
  void close(size_t End);
  void enterBranch(const OpenIf &If, bool IsDead);

  llvm::ArrayRef<Word> Words;
  std::vector<FunctionExtent> All;
  std::vector<unsigned> BranchOf; ///< by word
  std::vector<Branch> Branches{{0, 0, false}};
  llvm::SmallVector<OpenIf> OpenIfs;
  State Now;
  unsigned Current = 0, Ifs = 0;
};

} // namespace musify

#endif // MUSIFY_REWRITE_FILEFUNCTIONS_H
