//===- Lines.h - Lines of a source and where they may be parted -*- C++ -*-===//
#ifndef MUSIFY_SHIM_LINES_H
#define MUSIFY_SHIM_LINES_H

#include "clang/Basic/TokenKinds.h"
#include "llvm/ADT/StringRef.h"
#include <vector>

namespace musify {

/// A raw token, comments included.
struct ShimToken {
  unsigned Offset = 0, Length = 0;
  clang::tok::TokenKind Kind = clang::tok::unknown;
  bool StartsLine = false;
};

/// All tokens of `Text`, which need not end with NUL.
std::vector<ShimToken> lexShimText(llvm::StringRef Text);

struct LineInfo {
  unsigned Begin = 0; ///< offset of the line
  /// No directive can be put before this line: a token, a call or a directive
  /// goes on from the line before.
  bool Joined = false;
  llvm::StringRef Directive; ///< `include`, `define`, ...; empty: none
  unsigned Depth = 0;        ///< open `#if`s around it, include guard aside
};

/// Lines of one text, which outlives the result. Ends with `\n`.
class SourceLines {
public:
  explicit SourceLines(llvm::StringRef Text);
  size_t size() const { return Lines.size(); }
  const LineInfo &operator[](size_t Line) const { return Lines[Line]; }
  size_t lineAt(unsigned Offset) const;
  /// Behind its `\n`.
  unsigned endOf(size_t Line) const {
    return Line + 1 < Lines.size() ? Lines[Line + 1].Begin : Text.size();
  }
  /// With its end.
  llvm::StringRef text(size_t Line) const {
    return Text.slice(Lines[Line].Begin, endOf(Line));
  }

private:
  void markDirectives(const std::vector<ShimToken> &Tokens);
  void join(unsigned Begin, unsigned End);

  llvm::StringRef Text;
  std::vector<LineInfo> Lines;
};

} // namespace musify

#endif // MUSIFY_SHIM_LINES_H
