#include "Project/ScriptSyntax.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {
namespace {

/// Names of files; a `*` stands for anything.
struct FileName {
  StringLiteral Pattern;
  ScriptSyntax Syntax;

  bool fits(StringRef Name) const {
    if (!Pattern.contains('*'))
      return Name == Pattern;
    auto [Front, Back] = Pattern.split('*');
    return Name.size() >= Pattern.size() - 1 && Name.starts_with(Front) &&
           Name.ends_with(Back);
  }
};

using S = ScriptSyntax;
constexpr FileName FileNames[] = {{"CMakeLists.txt", S::CMake},
                                  {"*.cmake", S::CMake},
                                  {"*.cmake.in", S::CMake},
                                  {"Makefile", S::Make},
                                  {"makefile", S::Make},
                                  {"GNUmakefile", S::Make},
                                  {"Makefile.*", S::Make},
                                  {"Makefile_*", S::Make},
                                  {"Makefile-*", S::Make},
                                  {"makefile.*", S::Make},
                                  {"makefile_*", S::Make},
                                  {"Make.*", S::Make},
                                  {"*.mk", S::Make},
                                  {"*.am", S::Make},
                                  {"*.mak", S::Make},
                                  {"make.inc*", S::Make},
                                  {"make.config", S::Make},
                                  {"setup.py", S::Python},
                                  {"SConstruct", S::Python},
                                  {"SConscript", S::Python},
                                  {"wscript", S::Python},
                                  {"setup.cfg", S::Config},
                                  {"pyproject.toml", S::Config},
                                  {"MANIFEST.in", S::Config},
                                  {"requirements*.txt", S::Config},
                                  {"requirements*.in", S::Config},
                                  {"constraints*.txt", S::Config},
                                  {"Pipfile", S::Config},
                                  {"pixi.toml", S::Config},
                                  {"environment*.yml", S::Config},
                                  {"environment*.yaml", S::Config},
                                  {"meta.yaml", S::Config},
                                  {".gitlab-ci.yml", S::Config},
                                  {".pre-commit-config.yaml", S::Config},
                                  {".gitattributes", S::Config},
                                  {".clangd", S::Config},
                                  {".clang-format-ignore", S::Config},
                                  {".editorconfig", S::Config},
                                  {"CODEOWNERS", S::Config},
                                  {"compile_flags.txt", S::Config},
                                  {"CMakePresets.json", S::Config},
                                  {"CMakeUserPresets.json", S::Config},
                                  {"package.json", S::Config},
                                  {"Doxyfile*", S::Config},
                                  {"Jenkinsfile*", S::Config},
                                  {"justfile", S::Config},
                                  {"xmake.lua", S::Config},
                                  {"premake5.lua", S::Config},
                                  {"configure.ac", S::Config},
                                  {"configure.in", S::Config},
                                  {"*.m4", S::Config},
                                  {"*.pc", S::Make},
                                  {"*.pc.in", S::Make},
                                  {"*.sh", S::Shell},
                                  {"*.bash", S::Shell},
                                  {"Dockerfile", S::Docker},
                                  {"Dockerfile.*", S::Docker},
                                  {"*.Dockerfile", S::Docker},
                                  {"*.dockerfile", S::Docker},
                                  {"Containerfile", S::Docker},
                                  {"BUILD", S::Bazel},
                                  {"BUILD.bazel", S::Bazel},
                                  {"WORKSPACE", S::Bazel},
                                  {"WORKSPACE.bazel", S::Bazel},
                                  {"MODULE.bazel", S::Bazel},
                                  {"BUCK", S::Bazel},
                                  {"*.bzl", S::Bazel},
                                  {"meson.build", S::Meson}};

/// A workflow of GitHub's: by its directory.
bool isWorkflow(StringRef Path) {
  bool Runs =
      Path.contains(".github/workflows/") || Path.contains(".github/actions/");
  return Runs && (Path.ends_with(".yml") || Path.ends_with(".yaml"));
}

/// Settings of an editor or of its container: JSON, as most data is.
bool isEditorFile(StringRef Path) {
  bool IsEditors = Path.contains(".vscode/") || Path.contains(".devcontainer/");
  return IsEditors && Path.ends_with(".json");
}

constexpr StringLiteral Names[] = {"cmake",  "make",  "python",
                                   "config", "shell", "docker",
                                   "bazel",  "meson", "source"};

} // namespace

std::optional<ScriptSyntax> scriptSyntaxOf(StringRef Path) {
  StringRef Name = sys::path::filename(Path);
  for (const FileName &Each : FileNames)
    if (Each.fits(Name))
      return Each.Syntax;
  if (isWorkflow(Path) || isEditorFile(Path))
    return S::Config;
  return std::nullopt;
}

std::optional<ScriptSyntax> guessedSyntaxOf(StringRef Path, StringRef Text) {
  for (StringRef Suffix : {".py", ".pyx", ".pxd", ".pyi"})
    if (Path.ends_with(Suffix))
      return S::Python;
  for (StringRef Suffix : {".yml", ".yaml", ".toml", ".cfg", ".ini", ".gyp",
                           ".gypi", ".code-workspace"})
    if (Path.ends_with(Suffix))
      return S::Config;
  StringRef First = Text.take_until([](char C) { return C == '\n'; });
  if (!First.starts_with("#!") || sys::path::has_extension(Path))
    return std::nullopt;
  if (First.contains("python"))
    return S::Python;
  return First.rtrim().ends_with("sh") ? std::optional(S::Shell) : std::nullopt;
}

StringRef syntaxName(ScriptSyntax S) { return Names[size_t(S)]; }

std::optional<ScriptSyntax> parseSyntax(StringRef Name) {
  for (size_t I = 0; I < std::size(Names); ++I)
    if (Names[I] == Name)
      return ScriptSyntax(I);
  return std::nullopt;
}

} // namespace musify
