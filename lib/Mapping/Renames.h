//===- Renames.h - What becomes of the project's own names ------*- C++ -*-===//
//
// The tables are about names of the SDK. Renames are about what a project
// itself declares, and about its strings and files. The format is described in
// docs/rules-format.md and mappings/schema.json.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_MAPPING_RENAMES_H
#define MUSIFY_MAPPING_RENAMES_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace musify {

struct RenameRule {
  enum class Match {
    Word,    ///< a word within names, strings and paths, as `In` says
    Name,    ///< a whole identifier
    String,  ///< all that a string literal contains
    Include, ///< what an `#include` names, with its delimiters
    File,    ///< a file or a directory, by its path from the root
  };
  /// Where a word is looked for.
  enum Domain : unsigned { Names = 1, Strings = 2, Files = 4, All = 7 };
  /// Of a word: which parts of a name, between underscores, count.
  enum class Case {
    Any,
    Camel, ///< parts that have a lower-case letter: `CUDARuntime`
    Upper, ///< parts that have none: `USE_CUDA`
  };

  Match What = Match::Word;
  std::string From, To; ///< equal: the name stays, whatever a word rule says
  Case Style = Case::Any;
  unsigned In = All;
  /// Of a learned rule: places that follow it, and that do not.
  unsigned Places = 0, Against = 0;
};

/// Reads the key `renames` of a mapping file; empty if it has none. Faults are
/// reported as `parseMapping` does.
llvm::Expected<std::vector<RenameRule>> parseRenames(llvm::StringRef Text,
                                                     llvm::StringRef Path);

/// The rules as the value of the key `renames`, one a line.
std::string formatRenames(const std::vector<RenameRule> &Rules);

} // namespace musify

#endif // MUSIFY_MAPPING_RENAMES_H
