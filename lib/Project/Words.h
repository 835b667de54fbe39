//===- Words.h - Words of a command line ------------------------*- C++ -*-===//
#ifndef MUSIFY_PROJECT_WORDS_H
#define MUSIFY_PROJECT_WORDS_H

#include "Diag/Message.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <string>
#include <vector>

namespace musify {

/// Splits a command line as a shell does.
std::vector<std::string> splitWords(llvm::StringRef Text);

/// Splits at commas outside quotes; `\,` is a plain comma.
std::vector<std::string> splitList(llvm::StringRef Text);

/// Replaces `@FILE` and `--options-file FILE` by the words of the file, which
/// is relative to `Directory`. What cannot be read is listed in `Dropped`.
std::vector<std::string> expandOptionFiles(llvm::ArrayRef<std::string> Args,
                                           llvm::StringRef Directory,
                                           llvm::vfs::FileSystem &FS,
                                           std::vector<Message> &Dropped);

} // namespace musify

#endif // MUSIFY_PROJECT_WORDS_H
