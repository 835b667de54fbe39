//===- ScriptSyntax.h - Which files are build scripts -----------*- C++ -*-===//
#ifndef MUSIFY_PROJECT_SCRIPTSYNTAX_H
#define MUSIFY_PROJECT_SCRIPTSYNTAX_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>

namespace musify {

/// How a build script is written.
enum class ScriptSyntax : uint8_t {
  CMake,  ///< `CMakeLists.txt`, `*.cmake`, `*.cmake.in`
  Make,   ///< `Makefile`, `GNUmakefile`, `*.mk`, `make.inc` and the like
  Python, ///< `setup.py`, and modules that build or load code
  Config, ///< `pyproject.toml`, `MANIFEST.in`, requirements, workflows
  Shell,  ///< `*.sh`, and scripts that begin with `#!/bin/sh`
  Docker, ///< `Dockerfile`, `Dockerfile.*`, `*.Dockerfile`
  Bazel,  ///< `BUILD`, `BUILD.bazel`, `WORKSPACE`, `*.bzl`
  Meson,  ///< `meson.build`
  Source, ///< string literals of C++: no script, but they name files and flags
};

/// The syntax that the name of a file tells; nothing for other files.
std::optional<ScriptSyntax> scriptSyntaxOf(llvm::StringRef Path);

/// How a file whose name tells nothing is written, if it may be a build script:
/// by its suffix, or by the interpreter in its first line.
std::optional<ScriptSyntax> guessedSyntaxOf(llvm::StringRef Path,
                                            llvm::StringRef Text);

/// Spelling in rule files: `cmake`, `make`, `python`, `config`, `shell`,
/// `docker`, `bazel`, `meson`, `source`.
llvm::StringRef syntaxName(ScriptSyntax S);
std::optional<ScriptSyntax> parseSyntax(llvm::StringRef Name);

} // namespace musify

#endif // MUSIFY_PROJECT_SCRIPTSYNTAX_H
