//===- Rename.h - The project's own names in a port -------------*- C++ -*-===//
//
//   texts ─ names in code ─┬─ decideNames ─ one new name each ─┐
//   rules (Renames.h) ─────┴─ new paths ───────────────────────┴─ edits
//
// A name is decided once for the whole project. It keeps its spelling if the
// SDK has it, if nothing in the project declares it, or if its new name is
// taken.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_RENAME_RENAME_H
#define MUSIFY_RENAME_RENAME_H

#include "Edit/Plan.h"
#include "Mapping/Renames.h"
#include "Mapping/Table.h"
#include "Rename/OwnNames.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringMap.h"
#include <map>
#include <string>
#include <vector>

namespace musify {

struct RenameDecisions {
  std::map<std::string, std::string> Names; ///< identifiers, old → new
  /// Those that keep their names since the new one is taken, old → new.
  std::map<std::string, std::string> Collisions;
  /// Paths below the root of files that move, old → new.
  std::map<std::string, std::string> Paths;
};

/// True if the name is the project's: declared there, or tested there and known
/// to nobody else, and not in the tables.
bool isOwnName(llvm::StringRef Name, const NamesInCode &Known, const Table &T);

/// Decides about all names.
void decideNames(const NamesInCode &Known, llvm::ArrayRef<RenameRule> Rules,
                 const Table &T, RenameDecisions &Out);

/// The path after the rules; suffixes of sources follow if `Suffixes` says so.
std::string renamedPath(llvm::StringRef Relative,
                        llvm::ArrayRef<RenameRule> Rules, bool Suffixes);

/// One text whose names change.
struct RenamedText {
  llvm::StringRef Path; ///< real, of the edits
  llvm::StringRef Text;
  /// True for places that a port leaves alone.
  llvm::function_ref<bool(unsigned Offset)> IsUntouched;
  /// The text is a copy for MUSA alone: its comments follow, too.
  bool IsCopy = false;
  bool IsShared = false; ///< both backends use it
  /// True for the path of a file that stays one for both backends.
  llvm::function_ref<bool(llvm::StringRef Path)> IsShareds = nullptr;
};

class Renamer {
public:
  Renamer(const RenameDecisions &Decided, llvm::ArrayRef<RenameRule> Rules,
          const NamesInCode &Known, const Table &T);

  /// Adds the edits for code to its plan; an edit of another rule goes before.
  void renameCode(const RenamedText &In, FilePlan &Plan) const;
  /// The same for a build script: names, and paths of files.
  void renameScript(const RenamedText &In, FilePlan &Plan) const;

  /// `Path` as an include or a script writes it, if it means one file that
  /// moves, or only files whose paths change alike; else empty.
  std::string renamedReference(llvm::StringRef Path) const;

private:
  friend class CodeRenamer;
  void renameWithin(const RenamedText &In, Finding &Edit) const;
  void renameScriptWord(const RenamedText &In, unsigned Begin,
                        llvm::StringRef Word, class PlanEditor &Edits) const;
  const RenameDecisions &Decided;
  llvm::ArrayRef<RenameRule> Rules;
  const NamesInCode &Known;
  const Table &T;
  std::multimap<std::string, std::pair<std::string, std::string>> ByFileName;
  llvm::StringMap<const RenameRule *> Strings, Includes;
};

} // namespace musify

#endif // MUSIFY_RENAME_RENAME_H
