//===- RuledLine.h - A line under somebody's text rules ---------*- C++ -*-===//
#ifndef MUSIFY_REWRITE_RULEDLINE_H
#define MUSIFY_REWRITE_RULEDLINE_H

#include "Platform/TextPorter.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace musify {

/// A line after the rules of `TextPorter`, which knows where each of its bytes
/// comes from. What a text and its replacement have in common, at the
/// beginning and at the end, counts as unchanged.
class RuledLine {
public:
  RuledLine(llvm::StringRef Line, const TextPorter &Rules);

  llvm::StringRef text() const { return Text; }
  /// What became of the bytes [`Begin`, `End`) of the original.
  std::string textOf(unsigned Begin, unsigned End) const;

private:
  void replace(llvm::StringRef Old, llvm::StringRef New);
  size_t replaceAt(size_t At, llvm::StringRef Old, llvm::StringRef New);

  std::string Text;
  std::vector<unsigned> Origin; ///< of each byte of `Text`
};

} // namespace musify

#endif // MUSIFY_REWRITE_RULEDLINE_H
