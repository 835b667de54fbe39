//===- Untrusted.h - Reading what a stranger may have written ---*- C++ -*-===//
//
// A tree that is ported, and what lies in it, is not trusted: a file may be a
// pipe that nobody writes to, and JSON may nest deeper than any parser's stack.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_SUPPORT_UNTRUSTED_H
#define MUSIFY_SUPPORT_UNTRUSTED_H

#include "llvm/ADT/IntrusiveRefCntPtr.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/ErrorOr.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <memory>

namespace musify {

/// Deeper than anything that people or programs write.
inline constexpr unsigned MaxNesting = 200;

/// True if brackets of the JSON text nest deeper than `MaxNesting`.
bool isNestedTooDeep(llvm::StringRef Json);

/// True if parentheses of the text nest deeper than `MaxNesting`.
bool hasDeepParentheses(llvm::StringRef Text);

/// The bytes of a file, a pipe or a device that the user names. Never a map of
/// the file: the process would end if it became shorter while it is used.
llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>>
readCopy(llvm::StringRef Path);

/// `readCopy` of a plain file, or of a link to one. Fails on a pipe, a socket
/// or a device, which might keep the reader waiting for ever.
llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>>
readPlainFile(llvm::StringRef Path);

/// The disk, whose files are read as `readPlainFile` does. `/dev/null` is an
/// empty file.
llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> createPlainFileSystem();

} // namespace musify

#endif // MUSIFY_SUPPORT_UNTRUSTED_H
