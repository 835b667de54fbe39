//===- SharedHeaders.h - What units can have parsed together ----*- C++ -*-===//
//
// The C++ library's headers cost more than most units that include them. Units
// that include the same ones get them from one precompiled header. What a unit
// does not surely include is never among them: it would see names, and macros
// of C's headers, that are not there.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_REWRITE_SHAREDHEADERS_H
#define MUSIFY_REWRITE_SHAREDHEADERS_H

#include "Project/CompileCommand.h"
#include "Rewrite/LexerEngine.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringMap.h"
#include <bitset>
#include <string>
#include <vector>

namespace musify {

/// A set of standard headers, by their place in a list of all of them.
using StandardHeaders = std::bitset<160>;

/// Their names, sorted.
std::vector<std::string> namesOf(const StandardHeaders &Set);

/// Follows includes through the project's files, as the lexer sees them.
class IncludeGraph {
public:
  using ScanOf = llvm::function_ref<const ScannedFile *(llvm::StringRef Path)>;

  /// `Scan` gives the scan of an input file by its real path, or null.
  explicit IncludeGraph(ScanOf Scan) : Scan(Scan) {}

  /// What the unit includes whatever its macros are: no `#if` but a header's
  /// guard stands around the include, and no folder of the unit's own holds a
  /// header of that name. None for C, and where the flags choose another
  /// library.
  StandardHeaders standardHeaders(const CompileCommand &Unit);

private:
  struct Node {
    StandardHeaders Direct;
    std::vector<std::string> Files; ///< inputs, by real path
  };
  const Node &nodeOf(llvm::StringRef Path,
                     llvm::ArrayRef<llvm::StringRef> Folders,
                     llvm::StringRef Key);
  bool exists(llvm::StringRef Path);

  ScanOf Scan;
  llvm::StringMap<Node> Nodes; ///< by include folders and path
  llvm::StringMap<bool> Known; ///< whether a path exists
};

/// Which of its headers each unit gets precompiled; `Units` are those of one
/// set of options. To precompile costs more than to parse, so few sets serve
/// many units. The order of the units has no say in a unit's set.
std::vector<StandardHeaders>
chooseShared(llvm::ArrayRef<StandardHeaders> Units);

} // namespace musify

#endif // MUSIFY_REWRITE_SHAREDHEADERS_H
