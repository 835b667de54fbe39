//===- Validate.h - What is wrong with a mapping table ----------*- C++ -*-===//
//
// Looks at tables that the loader took: what no single entry shows, and what
// would make a port do the wrong thing.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_AUDIT_VALIDATE_H
#define MUSIFY_AUDIT_VALIDATE_H

#include "Diag/Message.h"
#include "Edit/Finding.h"
#include "Mapping/Table.h"
#include "llvm/ADT/ArrayRef.h"

namespace musify {

struct TableFile {
  std::string Path; ///< as shown
  std::vector<OwnedEntry> Entries;
};

/// One thing that is wrong with an entry, or worth a look.
struct TableFault {
  std::string Path;
  unsigned Line = 0, Column = 0;    ///< of the entry's `from`, 1-based
  Severity Level = Severity::Error; ///< error: no port takes the table
  Message What;                     ///< what is wrong, and what to do

  /// As it is printed: place, severity, message.
  std::string text(Language L = Language::English) const;
};

/// The faults of `Files`, which together are one table laid over `Builtin`;
/// built-in entries of the same names are taken as replaced. In the order of
/// the files and their lines.
std::vector<TableFault> validateTables(llvm::ArrayRef<TableFile> Files,
                                       const Table &Builtin);

} // namespace musify

#endif // MUSIFY_AUDIT_VALIDATE_H
