//===- Aligned.h - An original and its port, token by token -----*- C++ -*-===//
#ifndef MUSIFY_LEARN_ALIGNED_H
#define MUSIFY_LEARN_ALIGNED_H

#include "Learn/Observe.h"
#include "Mapping/Renames.h"
#include "Verify/Align.h"
#include "llvm/ADT/StringMap.h"

namespace musify {

/// What musify makes of an original beside what a person made of it.
struct AlignedFile {
  static constexpr size_t Nowhere = ~size_t(0);
  /// Longer replacements are rework, whatever their lengths.
  static constexpr size_t MaxRenamed = 8;

  const FileToLearn *File = nullptr;
  llvm::StringRef Expected;         ///< as musify ports the original
  std::vector<TextToken> Old;       ///< its tokens
  std::vector<llvm::StringRef> Was; ///< of each: the original's text
  std::vector<TextToken> Now;       ///< of the port
  std::vector<Hunk> Hunks;
  /// Of each of `Old`: its counterpart, or `Nowhere`.
  std::vector<size_t> NewOf;
  /// Of each hunk: true if something explains it.
  std::vector<bool> Explained;
  /// Of each of `Old`: true if it is part of what explains a hunk, and no
  /// renaming.
  std::vector<bool> IsMoved;
  /// Of each of `Old`: true for the name of a call that has another name.
  std::vector<bool> IsLostCallee;
  /// Of the tokens of both sides: true if an include, a condition or a removed
  /// statement explains that the other side lacks them.
  std::vector<bool> OldTaken, NewTaken;

  /// True if as many tokens stand in the place of others, one for one.
  static bool isOneForOne(const Hunk &H) {
    size_t Count = H.OldEnd - H.OldBegin;
    return Count == H.NewEnd - H.NewBegin && Count <= MaxRenamed;
  }
  /// True if all tokens of the hunk are names, strings or headers that have
  /// others of their kind in their places.
  bool isRenaming(const Hunk &H) const;
  /// True if most of the original is still there: otherwise what stands in the
  /// place of what is chance.
  bool isSimilar() const;
  /// The first hunk that ends at `OldIndex` or behind it.
  size_t hunkFrom(size_t OldIndex) const;
};

/// True for what an `#include` names.
bool isHeader(llvm::ArrayRef<TextToken> All, size_t I);
bool isWord(llvm::StringRef Text);
/// The tokens with a blank between any two.
std::string joinTokens(llvm::ArrayRef<TextToken> All, size_t Begin, size_t End);

/// How a person who follows the words writes the project's names, strings and
/// headers.
class Foreseen {
public:
  Foreseen(llvm::ArrayRef<RenameRule> Words, const NamesInCode &Known,
           const Table &Names)
      : Words(Words), Known(Known), Names(Names) {}
  /// `Was` is the original's text of the token. The result lives as long as
  /// this.
  llvm::StringRef of(const TextToken &T, llvm::StringRef Was, bool IsHeader);

private:
  llvm::ArrayRef<RenameRule> Words;
  const NamesInCode &Known;
  const Table &Names;
  llvm::StringMap<std::string> Cache;
};

/// Aligns the port with `Text`, which is what the plan makes of the original.
AlignedFile alignFile(const FileToLearn &F, llvm::StringRef Text,
                      Foreseen &Names);

} // namespace musify

#endif // MUSIFY_LEARN_ALIGNED_H
