#include "Project/ScriptSyntax.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {

std::optional<ScriptSyntax> scriptSyntaxOf(StringRef Path) {
  StringRef Name = sys::path::filename(Path);
  if (Name == "CMakeLists.txt" || Name.ends_with(".cmake") ||
      Name.ends_with(".cmake.in"))
    return ScriptSyntax::CMake;
  if (Name == "Makefile" || Name == "makefile" || Name == "GNUmakefile" ||
      Name.starts_with("Makefile.") || Name.ends_with(".mk"))
    return ScriptSyntax::Make;
  if (Name == "setup.py")
    return ScriptSyntax::Python;
  if (Name == "setup.cfg" || Name == "pyproject.toml")
    return ScriptSyntax::Config;
  if (Name.ends_with(".sh"))
    return ScriptSyntax::Shell;
  if (Name == "Dockerfile" || Name.starts_with("Dockerfile.") ||
      Name.ends_with(".Dockerfile"))
    return ScriptSyntax::Docker;
  if (Name == "BUILD" || Name == "BUILD.bazel" || Name == "WORKSPACE" ||
      Name.ends_with(".bzl"))
    return ScriptSyntax::Bazel;
  if (Name == "meson.build")
    return ScriptSyntax::Meson;
  return std::nullopt;
}

static constexpr StringLiteral Names[] = {"cmake", "make",   "python", "config",
                                          "shell", "docker", "bazel",  "meson"};

StringRef syntaxName(ScriptSyntax S) { return Names[size_t(S)]; }

std::optional<ScriptSyntax> parseSyntax(StringRef Name) {
  for (size_t I = 0; I < std::size(Names); ++I)
    if (Names[I] == Name)
      return ScriptSyntax(I);
  return std::nullopt;
}

} // namespace musify
