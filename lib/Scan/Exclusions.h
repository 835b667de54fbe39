//===- Exclusions.h - What comments take out of a port ----------*- C++ -*-===//
#ifndef MUSIFY_SCAN_EXCLUSIONS_H
#define MUSIFY_SCAN_EXCLUSIONS_H

#include "llvm/ADT/StringRef.h"
#include <optional>
#include <utility>
#include <vector>

namespace musify {

/// Half-open byte ranges that the user excluded, in order.
class Exclusions {
public:
  Exclusions() = default;
  /// Of a source.
  explicit Exclusions(llvm::StringRef Text);

  /// Takes the marks of a comment; comments come in their order.
  void readComment(llvm::StringRef Text, size_t Begin, size_t End);
  /// After the last comment.
  void finish(llvm::StringRef Text);

  bool contains(unsigned Offset) const;

  std::vector<std::pair<unsigned, unsigned>> Ranges;
  std::optional<unsigned> Unclosed; ///< offset of a start without a stop

private:
  void open(size_t At, size_t Mark);
  void close(size_t At);

  std::optional<size_t> Start;
  unsigned StartMark = 0;
};

} // namespace musify

#endif // MUSIFY_SCAN_EXCLUSIONS_H
