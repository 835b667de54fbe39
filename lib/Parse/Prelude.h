//===- Prelude.h - What many units begin with, parsed once ------*- C++ -*-===//
//
// Every CUDA unit begins with `__musify_cuda.h`, and many units include the
// same headers of the C++ library (SharedHeaders.h). Both are precompiled once
// for each set of language options; the first alone, for the default options,
// when musify is built: the binary carries it.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_PARSE_PRELUDE_H
#define MUSIFY_PARSE_PRELUDE_H

#include "Parse/RunClang.h"
#include "Project/CompileCommand.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/VirtualFileSystem.h"
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

/// What was precompiled, and what that read.
struct Prelude {
  std::string Image; ///< empty if Clang could not make it
  ReadLog Read;
};

/// Precompiles the embedded declarations, if the flags are a CUDA unit's, and
/// the standard headers named. `Musa`: for MUSA's code, see RunClang.h.
Prelude precompilePrelude(
    llvm::ArrayRef<std::string> Flags, llvm::ArrayRef<std::string> Headers = {},
    llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Musa = nullptr);

/// The images of one run. Safe to use from several threads.
class PreludeCache {
public:
  /// `Archive` (Sdk/Archive.h) holds images made earlier, named by their flags
  /// joined with spaces; it outlives the cache.
  explicit PreludeCache(llvm::StringRef Archive);

  /// The image for a unit, with these standard headers, which make it worth its
  /// cost. "" if there is none, or if this is the first unit without such
  /// headers that would need a new one: one unit alone is parsed faster
  /// without. What its making read is added to `Log`, if it is not null.
  llvm::StringRef find(const CompileCommand &Unit,
                       llvm::ArrayRef<std::string> Headers,
                       llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Musa,
                       ReadLog *Log);

private:
  struct Slot {
    std::once_flag Made;
    Prelude Own;
    llvm::StringRef Image;
    bool Asked = false;
  };
  std::mutex Lock;
  llvm::StringMap<Slot> Slots; ///< by joined flags, and headers
};

} // namespace musify

#endif // MUSIFY_PARSE_PRELUDE_H
