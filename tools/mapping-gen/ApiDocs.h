//===- ApiDocs.h - The tables as pages to read ------------------*- C++ -*-===//
//
//   mappings/*.json ─┬ docs/api/<library>.md: every name
//                    ├ docs/api/README.md: counts by library and status
//                    └ README.md, README.zh-CN.md: a block between markers
//   targets/musa.json ─ docs/architectures.md
//   mappings/ptx/forms.json ─ docs/ptx.md
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_MAPPING_GEN_APIDOCS_H
#define MUSIFY_MAPPING_GEN_APIDOCS_H

#include "Mapping/Table.h"
#include "llvm/Support/Error.h"
#include <map>
#include <string>

namespace musify {

/// Paths from the root of the repository and what the files are to hold.
using Pages = std::map<std::string, std::string>;

/// The pages of docs/api, docs/architectures.md, and the READMEs below `Root`
/// with their block renewed. Fails if a README has no markers `<!--
/// counts:begin -->` and
/// `<!-- counts:end -->`, each on a line of its own.
llvm::Expected<Pages> apiDocs(llvm::ArrayRef<OwnedEntry> Entries,
                              llvm::StringRef Root);

/// Writes the pages that differ, and removes pages of docs/api that are none.
llvm::Error writePages(const Pages &Wanted, llvm::StringRef Root);

/// Fails with a line for each page that `writePages` would change.
llvm::Error checkPages(const Pages &Wanted, llvm::StringRef Root);

} // namespace musify

#endif // MUSIFY_MAPPING_GEN_APIDOCS_H
