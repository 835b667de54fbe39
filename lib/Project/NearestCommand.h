//===- NearestCommand.h - A command for a file without one ------*- C++ -*-===//
#ifndef MUSIFY_PROJECT_NEARESTCOMMAND_H
#define MUSIFY_PROJECT_NEARESTCOMMAND_H

#include "Project/CompileCommand.h"
#include "llvm/ADT/StringMap.h"

namespace musify {

/// The commands of a database by directory. Clang's interpolation does the same
/// for command lines; these are translated already.
class NearestCommands {
public:
  /// `C` outlives the object.
  void add(const CompileCommand &C);
  /// That of the file in the nearest directory, upwards and below; of several
  /// the one whose path comes first. A header may be of any C++ unit. Null if
  /// no command is of such a language.
  const CompileCommand *find(llvm::StringRef File) const;

private:
  const CompileCommand *at(llvm::StringRef Directory,
                           llvm::StringRef Language) const;

  llvm::StringMap<const CompileCommand *> First; ///< `LANGUAGE:DIRECTORY`
};

/// `Guess`, with the macros, directories and other flags of `Near` before its
/// own directories; the language stays.
CompileCommand withFlagsOf(const CompileCommand &Near, CompileCommand Guess);

} // namespace musify

#endif // MUSIFY_PROJECT_NEARESTCOMMAND_H
