//===- LineIndex.h - Offsets as lines and columns ---------------*- C++ -*-===//
#ifndef MUSIFY_REPORT_LINEINDEX_H
#define MUSIFY_REPORT_LINEINDEX_H

#include "llvm/ADT/StringRef.h"
#include <algorithm>
#include <vector>

namespace musify {

/// Lines of one text, counted as Clang does: LF, CRLF and a lone CR end a
/// line. Columns are bytes. The text must outlive the index.
class LineIndex {
public:
  /// Both from 1.
  struct Place {
    unsigned Line, Column;
  };

  explicit LineIndex(llvm::StringRef Text) : Text(Text), Starts{0} {
    // One character is found far faster than one of two.
    bool HasCr = Text.contains('\r');
    auto NextEnd = [&](size_t From) {
      return HasCr ? Text.find_first_of("\r\n", From) : Text.find('\n', From);
    };
    for (size_t I = NextEnd(0); I != llvm::StringRef::npos;
         I = NextEnd(I + 1)) {
      bool CrOfCrLf =
          Text[I] == '\r' && I + 1 < Text.size() && Text[I + 1] == '\n';
      if (!CrOfCrLf)
        Starts.push_back(I + 1);
    }
  }

  /// Offsets behind the end count as the end.
  Place at(size_t Offset) const {
    Offset = std::min(Offset, Text.size());
    auto Next = std::upper_bound(Starts.begin(), Starts.end(), Offset);
    return {unsigned(Next - Starts.begin()),
            unsigned(Offset - *std::prev(Next) + 1)};
  }

  /// Text of a line, from 1, without its end.
  llvm::StringRef line(unsigned Line) const {
    size_t End = Line < Starts.size() ? Starts[Line] : Text.size();
    return Text.slice(Starts[Line - 1], End).rtrim("\r\n");
  }

private:
  llvm::StringRef Text;
  std::vector<size_t> Starts;
};

} // namespace musify

#endif // MUSIFY_REPORT_LINEINDEX_H
