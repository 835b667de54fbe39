//===- EditsInside.h - Edits that a larger one replaces ---------*- C++ -*-===//
#ifndef MUSIFY_REWRITE_EDITSINSIDE_H
#define MUSIFY_REWRITE_EDITSINSIDE_H

#include "Edit/Finding.h"
#include <map>
#include <vector>

namespace musify {

/// The edits among the findings of one file, by place: in a large file there
/// are too many to look at all for each range. Findings may be added meanwhile.
class EditsInside {
public:
  explicit EditsInside(std::vector<Finding> &All) : All(All) {}
  /// Removes what was dropped.
  ~EditsInside();
  EditsInside(const EditsInside &) = delete;
  EditsInside &operator=(const EditsInside &) = delete;

  /// Those of the half-open range, sorted; valid until a finding is added.
  std::vector<const Finding *> of(unsigned Begin, unsigned End);
  /// Another edit takes their place.
  void drop(unsigned Begin, unsigned End);

private:
  void takeNew();

  std::vector<Finding> &All;
  size_t Taken = 0; ///< so many of `All` are in `ByOffset`
  std::multimap<unsigned, size_t> ByOffset;
  std::vector<size_t> Dropped;
};

} // namespace musify

#endif // MUSIFY_REWRITE_EDITSINSIDE_H
