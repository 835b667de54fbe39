//===- HtmlCode.h - The code of a file, for the HTML pages ------*- C++ -*-===//
#ifndef MUSIFY_REPORT_HTMLCODE_H
#define MUSIFY_REPORT_HTMLCODE_H

#include "Edit/Finding.h"
#include "Report/LineIndex.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace musify {

/// A range of lines, both from 1 and included.
struct Lines {
  unsigned First, Last;
};

/// For the page all lines end alike.
std::string unixLines(llvm::StringRef Text);

/// A file as regions around the places of interest, and gaps between them.
class HtmlCode {
public:
  using EditJson = llvm::function_ref<nlohmann::ordered_json(const Finding &)>;

  HtmlCode(llvm::StringRef Text, const LineIndex &Index)
      : Text(Text), Index(Index) {}

  /// Lines that are shown at once, with some around them.
  void show(Lines Touched);
  /// `{line, parts}` of a region, where a part is text or what `Write` makes of
  /// an edit; `{line, lines, text}` of a gap, the text as far as `Budget` bytes
  /// last for all files of the page.
  nlohmann::ordered_json json(llvm::ArrayRef<Finding> Edits, EditJson Write,
                              size_t &Budget);

private:
  unsigned lastLine() const;
  std::vector<Lines> merged();
  llvm::StringRef textOf(Lines L) const;
  nlohmann::ordered_json region(Lines L, llvm::ArrayRef<Finding> Edits,
                                EditJson Write) const;
  nlohmann::ordered_json gap(Lines L, size_t &Budget) const;

  llvm::StringRef Text;
  const LineIndex &Index;
  std::vector<Lines> Shown;
};

} // namespace musify

#endif // MUSIFY_REPORT_HTMLCODE_H
