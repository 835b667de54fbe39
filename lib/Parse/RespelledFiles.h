//===- RespelledFiles.h - Files as Clang can read them ----------*- C++ -*-===//
#ifndef MUSIFY_PARSE_RESPELLEDFILES_H
#define MUSIFY_PARSE_RESPELLEDFILES_H

#include "llvm/Support/FileSystem/UniqueID.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <map>
#include <string>

namespace musify {

/// Texts in place of those on disk, by the files' identity.
using RespelledFiles = std::map<llvm::sys::fs::UniqueID, std::string>;

/// `FS`, with these texts in place of the files' own. `Texts` is not copied.
llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>
withRespelled(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS,
              const RespelledFiles &Texts);

} // namespace musify

#endif // MUSIFY_PARSE_RESPELLEDFILES_H
