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
  Make,   ///< `Makefile`, `makefile`, `GNUmakefile`, `Makefile.*`, `*.mk`
  Python, ///< `setup.py`
  Config, ///< `setup.cfg`, `pyproject.toml`
  Shell,  ///< `*.sh`
  Docker, ///< `Dockerfile`, `Dockerfile.*`, `*.Dockerfile`
  Bazel,  ///< `BUILD`, `BUILD.bazel`, `WORKSPACE`, `*.bzl`
  Meson,  ///< `meson.build`
};

/// The syntax that the name of a file tells; nothing for other files.
std::optional<ScriptSyntax> scriptSyntaxOf(llvm::StringRef Path);

/// Spelling in rule files: `cmake`, `make`, `python`, `config`, `shell`,
/// `docker`, `bazel`, `meson`.
llvm::StringRef syntaxName(ScriptSyntax S);
std::optional<ScriptSyntax> parseSyntax(llvm::StringRef Name);

} // namespace musify

#endif // MUSIFY_PROJECT_SCRIPTSYNTAX_H
