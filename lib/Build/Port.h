//===- Port.h - Build scripts to findings -----------------------*- C++ -*-===//
//
//   script ─ scanScript ─ words ─┬ rules ───────────┐
//                                ├ mapping table ───┼─ Findings
//                                └ renamed sources ─┘
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_BUILD_PORT_H
#define MUSIFY_BUILD_PORT_H

#include "Build/Rule.h"
#include "Build/Scanner.h"
#include "Mapping/Table.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

namespace musify {

/// The rules, found by what they look for.
class BuildRules {
public:
  explicit BuildRules(std::vector<BuildRule> Rules);

  /// Rules that look for exactly `Text`, then those whose `*` fits it.
  llvm::SmallVector<const BuildRule *, 16> matching(llvm::StringRef Text) const;
  /// The rules of one kind of place, whatever they look for.
  llvm::ArrayRef<const BuildRule *> at(BuildRule::Place P) const {
    return ByPlace[size_t(P)];
  }
  llvm::ArrayRef<BuildRule> all() const { return Rules; }

private:
  std::vector<BuildRule> Rules;
  llvm::StringMap<std::vector<const BuildRule *>> Exact;
  /// What may fit a text, by its first letter.
  std::vector<const BuildRule *> Globs[256];
  std::vector<const BuildRule *> ByPlace[14];
};

/// A build script that was read.
struct Script {
  std::string Path; ///< real, absolute
  ScriptSyntax Syntax;
  llvm::StringRef Text;
  ScannedScript Scan;
};

/// What the scripts and sources of a run know of each other.
struct BuildTree {
  llvm::StringSet<> Commands; ///< that the CMake scripts define, in lower case
  llvm::StringSet<> Targets;  ///< that they define
  llvm::StringSet<> Packages; ///< `X` for each `FindX.cmake`
  std::vector<std::string> Sources; ///< real paths of `.cu` and `.cuh` inputs
  bool Rename = false;              ///< these become `.mu` and `.muh`
  bool KeepSuffix = false;   ///< they stay, and are compiled as MUSA code
  bool Python = false;       ///< what Python code does at run time is ported
  bool UsesLanguage = false; ///< a script of CMake enables the language
  std::vector<std::string> Archs; ///< to build for; never empty in a run
  bool ArchsChosen = false;       ///< by the user
  llvm::StringSet<> KeptMacros;   ///< of the tables, that keep their names
  llvm::StringSet<> Compilers;    ///< variables that hold the CUDA compiler
  llvm::StringSet<> NvccFlags;    ///< variables that its calls read
  /// The words that make and shells assign to a variable.
  llvm::StringMap<std::vector<const ScriptToken *>> Values;

  void add(const Script &S);
  /// After all scripts were added: what they say together of the compiler.
  void findNvcc(llvm::ArrayRef<const Script *> Scripts);
};

/// A `*` at either end of the glob stands for anything.
bool fitsGlob(llvm::StringRef Glob, llvm::StringRef Text);

/// True if the text has a sign of a build script in this syntax, or of code
/// that uses the toolkit at run time.
bool isBuildCode(ScriptSyntax S, llvm::StringRef Text, const BuildRules &Rules,
                 bool AtRunTime = false);

/// The string literals of a C++ file as words.
ScannedScript scanLiterals(llvm::StringRef Text);

/// The names of the table's macros that a script defines or undefines for the
/// compiler, in its text.
std::vector<llvm::StringRef>
definedMacros(const Script &S, const BuildRules &Rules, const Table &Names);

/// `-DNAME=value` for what a script of CMake or make defines whenever it is
/// read.
std::vector<std::string> unconditionalDefinitions(const Script &S);

/// What becomes of one script. `Unverified` says what happens to names without
/// evidence, as for sources.
std::vector<Finding> portScript(const Script &S, const BuildRules &Rules,
                                const BuildTree &Tree, const Table &Names,
                                UnverifiedPolicy Unverified);

} // namespace musify

#endif // MUSIFY_BUILD_PORT_H
