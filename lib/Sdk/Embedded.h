//===- Embedded.h - What the binary carries ---------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_EMBEDDED_H
#define MUSIFY_SDK_EMBEDDED_H

#include "Mapping/Table.h"
#include "llvm/ADT/IntrusiveRefCntPtr.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/VirtualFileSystem.h"

namespace musify {

/// Folders of the virtual file system that no disk holds.
inline constexpr llvm::StringLiteral SdkIncludeDir = "/musify-sdk/include";
inline constexpr llvm::StringLiteral ClangIncludeDir =
    "/musify-sdk/clang/include";
inline constexpr llvm::StringLiteral EmbeddedRoot = "/musify-sdk/";
/// The headers under MUSA's names (Parse/MusaHeaders.h).
inline constexpr llvm::StringLiteral MusaIncludeDir =
    "/musify-sdk/musa/include";

/// Where a precompiled prelude is mounted.
inline constexpr llvm::StringLiteral PreludePath = "/musify-sdk/prelude.pch";

/// A view of the mapping table that was compiled in, with the built-in rules.
/// The table costs no parsing; user tables may be laid over it.
Table builtinTable();

/// The table that ports MUSA's names back, as `packReversed` makes it. For the
/// built-in table alone that was done beforehand; else `Image` gets the bytes
/// and outlives the result.
Table wayBack(const Table &Forward, std::string &Image);

/// Calls `Visit` for each file of build rules that was compiled in, as JSON.
void forEachBuiltinBuildRules(
    llvm::function_ref<void(llvm::StringRef Path, llvm::StringRef Text)> Visit);

/// The page at `Path` below docs/, as `rules/MUSA0101.md` or
/// `zh/rules/MUSA0101.md`; empty if there is none.
llvm::StringRef builtinPage(llvm::StringRef Path);

/// Calls `Visit` for each header below `SdkIncludeDir`, with its path there.
void forEachSdkHeader(
    llvm::function_ref<void(llvm::StringRef Path, llvm::StringRef Text)> Visit);

/// `Headers`, whose paths are all absolute, so that threads may share it: the
/// working directory of one is nothing to another.
llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>
shareHeaders(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Headers);

/// The real file system with the embedded headers mounted over it, then `More`,
/// if not null, and `Prelude`, if not empty, at its path. `Prelude` is not
/// copied. Each call gives a file system with a working directory of its own.
llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> createFileSystem(
    llvm::StringRef Prelude = "",
    llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> More = nullptr);

} // namespace musify

#endif // MUSIFY_SDK_EMBEDDED_H
