//===- Format.h - The one way to write a mapping file -----------*- C++ -*-===//
#ifndef MUSIFY_MAPPING_FORMAT_H
#define MUSIFY_MAPPING_FORMAT_H

#include "Mapping/CustomRule.h"
#include "Mapping/Table.h"
#include "llvm/Support/Error.h"
#include <string>

namespace musify {

/// `Text` with its entries sorted by `from` in byte order, one a line, their
/// keys in the order of `mappings/README.md`; the flat form stays flat. Fails
/// as `parseMapping` does.
llvm::Expected<std::string> formatMapping(llvm::StringRef Text,
                                          llvm::StringRef Path);

/// The entries as the value of the key `entries`, sorted, one a line; with the
/// keys that a table made by musify has: names, kind, status and evidence.
std::string formatEntries(const std::vector<OwnedEntry> &Entries);

/// Rules about calls, comparisons and headers as the value of the key `rules`,
/// one a line.
std::string formatRules(const std::vector<CustomRule> &Rules);

} // namespace musify

#endif // MUSIFY_MAPPING_FORMAT_H
