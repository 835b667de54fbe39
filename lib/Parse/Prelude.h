//===- Prelude.h - What many units begin with, parsed once ------*- C++ -*-===//
//
// Every CUDA unit begins with `__musify_cuda.h`, or with Clang's header for the
// real SDK where one is used, and many units include the
// same headers of the C++ library, or of others that they do not belong to
// (SharedHeaders.h). Each is precompiled once for each set of options; the
// first alone, for the default options, when musify is built: the binary
// carries it.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_PARSE_PRELUDE_H
#define MUSIFY_PARSE_PRELUDE_H

#include "Parse/Errors.h"
#include "Parse/RunClang.h"
#include "Project/CompileCommand.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <functional>
#include <mutex>
#include <string>
#include <vector>

namespace musify {

/// The flags of a command that change how the prelude reads: the language, and
/// all but macros and folders, in their order. Users' macros do not reach the
/// SDK's own declarations, as nothing there asks for them.
std::vector<std::string> languageFlags(const CompileCommand &Unit);

/// `languageFlags`, and the macros that the C++ library asks for: those with
/// reserved names.
std::vector<std::string> libraryFlags(const CompileCommand &Unit);

/// Headers that a unit and others include, and how these are found.
struct UnitPrelude {
  std::vector<std::string> Headers;
  bool AreStandard = true; ///< no folder and no macro of the unit's matters
  /// Of the project, that may be defined before them.
  std::vector<std::string> MacrosBefore;
};

/// What was precompiled, and what came of it.
struct Prelude {
  llvm::StringRef Image; ///< empty if Clang could not make it
  ReadLog Read;
  std::vector<std::string> Missing; ///< headers
  ErrorCollector Errors;
  llvm::StringSet<> Identifiers; ///< if not standard: all in the headers
  std::string Bytes;             ///< of an image that is not the archive's
};

/// Precompiles what `Sdk` declares, if the unit is CUDA, and the headers named.
/// Of the unit its flags and its folder count, and nothing that it is made of.
void precompilePrelude(CompileCommand Unit, llvm::ArrayRef<std::string> Headers,
                       Prelude &Out, const SdkDeclarations &Sdk = {});

/// The images of one run. Safe to use from several threads.
class PreludeCache {
public:
  /// `Archive` (Sdk/Archive.h) holds images made earlier, named by their flags
  /// joined with spaces; it outlives the cache.
  explicit PreludeCache(llvm::StringRef Archive);

  /// Where images of earlier runs are, and where those of this run go; the
  /// command is the one that reads them, `Name` names the image. May be null.
  std::function<bool(const CompileCommand &Reader, Prelude &Out)> Recall;
  std::function<void(const CompileCommand &Reader, Prelude &Made)> Keep;

  /// The image for a unit, with what it wants, which makes it worth its cost.
  /// Null if there is none, if a macro that the unit may have defined before
  /// the headers stands in them, or if this is the first unit without such
  /// headers that would need a new one: one unit alone is parsed faster
  /// without. What its making read is added to `Log`, if it is not null.
  const Prelude *find(const CompileCommand &Unit, const UnitPrelude &Wanted,
                      const SdkDeclarations &Sdk, ReadLog *Log);

private:
  struct Slot {
    std::once_flag Made;
    Prelude Own;
    bool OfArchive = false;
    bool Asked = false;
  };
  std::mutex Lock;
  llvm::StringMap<Slot> Slots; ///< by joined flags, and headers
};

} // namespace musify

#endif // MUSIFY_PARSE_PRELUDE_H
