//===- Load.h - From JSON to platforms --------------------------*- C++ -*-===//
#ifndef MUSIFY_PLATFORM_LOAD_H
#define MUSIFY_PLATFORM_LOAD_H

#include "Platform/Platform.h"
#include "llvm/Support/Error.h"

namespace musify {

/// The texts of the files, with the paths that faults name.
struct PlatformTexts {
  struct File {
    llvm::StringRef Path, Text;
  };
  File Source, Target, Torch;
};

/// Reads all files. A fault is `path:line:column: error: ...`.
llvm::Expected<Platforms> parsePlatforms(const PlatformTexts &Texts);

/// Reads a user's file, which has `architectures` alone, and lays it over
/// those of `Into`: one of a known name takes its place.
llvm::Error layOver(TargetPlatform &Into, llvm::StringRef Text,
                    llvm::StringRef Path);

/// The texts that the binary carries.
PlatformTexts builtinPlatforms();

/// Lays the file at `Path` over what `platforms` gives. Only before anything
/// else of this process asks for it: architectures change their places.
llvm::Error useTargetFile(llvm::StringRef Path);

} // namespace musify

#endif // MUSIFY_PLATFORM_LOAD_H
