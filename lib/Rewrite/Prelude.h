//===- Prelude.h - The forced header, parsed once ---------------*- C++ -*-===//
//
// Every CUDA unit begins with `__musify_cuda.h`. It is precompiled once for
// each set of language options; that of the default options is made when
// musify is built, and the binary carries it.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_REWRITE_PRELUDE_H
#define MUSIFY_REWRITE_PRELUDE_H

#include "Project/CompileCommand.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <mutex>
#include <string>
#include <vector>

namespace musify {

/// The flags of a command that change how the prelude reads: all but macros and
/// folders, in their order. Users' macros do not reach the SDK's own
/// declarations, as nothing there asks for them.
std::vector<std::string> languageFlags(llvm::ArrayRef<std::string> Flags);

/// The precompiled prelude for these flags, or "" if Clang could not make it.
/// `Musa`: for MUSA's code, see RunClang.h.
std::string precompilePrelude(
    llvm::ArrayRef<std::string> LanguageFlags,
    llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Musa = nullptr);

/// The images of one run. Safe to use from several threads.
class PreludeCache {
public:
  /// `Archive` (Sdk/Archive.h) holds images made earlier, named by their flags
  /// joined with spaces; it outlives the cache.
  explicit PreludeCache(llvm::StringRef Archive);

  /// The image for a unit with these flags. "" if there is none, or if this is
  /// the first unit that would need a new one: one unit alone is parsed faster
  /// without.
  llvm::StringRef
  find(llvm::ArrayRef<std::string> Flags,
       llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Musa = nullptr);

private:
  struct Slot {
    std::once_flag Made;
    std::string Own;
    llvm::StringRef Image;
    bool Asked = false;
  };
  std::mutex Lock;
  llvm::StringMap<Slot> Slots; ///< by joined flags
};

} // namespace musify

#endif // MUSIFY_REWRITE_PRELUDE_H
