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
#include <bitset>

namespace musify {

/// What a text is, as far as its words show.
struct CodeSigns {
  bool Builds = false; ///< a build script
  bool Runs = false;   ///< code that uses the toolkit at run time
};

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
  /// What the signs of a syntax say of a text, read once.
  CodeSigns signsIn(ScriptSyntax S, llvm::StringRef Text) const;
  /// False for nearly all names of a script, without a look at each rule.
  bool mayBeAttribute(llvm::StringRef Name) const;
  /// True if a rule is about whatever begins with `Name`.
  bool hasAttributesBelow(llvm::StringRef Name) const;

private:
  std::vector<BuildRule> Rules;
  llvm::StringMap<std::vector<const BuildRule *>> Exact;
  /// What may fit a text, by its first letter.
  std::vector<const BuildRule *> Globs[256];
  std::vector<const BuildRule *> ByPlace[15];
  std::bitset<1 << 16> SignBegins; ///< pairs of letters that a sign begins with
  llvm::StringSet<> AttributeHeads; ///< `torch` of `torch.cuda.Stream`
  std::vector<const BuildRule *> AttributeGlobs;
};

/// A build script that was read.
struct Script {
  std::string Path; ///< real, absolute
  ScriptSyntax Syntax;
  llvm::StringRef Text;
  ScannedScript Scan;
  bool Builds = true; ///< not a module with run-time code alone
  /// Sources of C++ in its strings and documents, in their order.
  std::vector<ScriptText> Sources = {};

  bool isSource(unsigned Offset) const;
};

/// What the scripts and sources of a run know of each other.
struct BuildTree {
  llvm::StringSet<> Commands; ///< that the CMake scripts define, in lower case
  llvm::StringSet<> Targets;  ///< that they define
  llvm::StringSet<> Packages; ///< `X` for each `FindX.cmake`
  std::vector<std::string> Sources; ///< real paths of `.cu` and `.cuh` inputs
  llvm::StringSet<> Files;       ///< names of all inputs, without their folders
  llvm::StringSet<> Modules;     ///< Python's that the tree itself may have
  llvm::StringSet<> Imported;    ///< Python's that a script imports
  llvm::StringSet<> CythonNames; ///< in declarations of C
  /// Python's functions that hand their `**` arguments on → to which calls.
  llvm::StringMap<llvm::StringSet<>> HandingOn;
  /// Parameters of Python's functions, and members of its objects, with the
  /// platform in their names.
  llvm::StringSet<> Parameters;
  bool Rename = false;       ///< these become `.mu` and `.muh`
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
  /// And which functions hand arguments on to calls that `Rules` know.
  void findHandingOn(llvm::ArrayRef<const Script *> Scripts,
                     const BuildRules &Rules);

private:
  void addImports(const Script &S);
  void addParameters(const Script &S);
  bool addHandingOn(const Script &S, const llvm::StringSet<> &Known);
  void addCythonNames(const Script &S);
};

/// A module of Cython.
bool isCython(llvm::StringRef Path);

/// A `*` at either end of the glob stands for anything.
bool fitsGlob(llvm::StringRef Glob, llvm::StringRef Text);

/// The script at `Path`, scanned.
Script readScript(llvm::StringRef Path, ScriptSyntax S, llvm::StringRef Text,
                  const BuildRules &Rules);

/// The sources that a script holds: a text with `#include` at the beginning of
/// a line or with a kernel, and the texts that are joined with it.
std::vector<ScriptText> findSources(llvm::StringRef Text,
                                    const ScannedScript &Scan,
                                    ScriptSyntax Syntax);

/// As long as the script: what it holds of C++, with blanks for all else.
std::string textOfSources(const Script &S);

/// The string literals of a C++ file as words.
ScannedScript scanLiterals(llvm::StringRef Text);

/// The variables of CMake that `configure_file` puts into a file: `@NAME@` and
/// `${NAME}`. All else of it is no script.
ScannedScript scanTemplate(llvm::StringRef Text);

/// The names of the table's macros that a script defines or undefines for the
/// compiler, in its text.
std::vector<llvm::StringRef>
definedMacros(const Script &S, const BuildRules &Rules, const Table &Names);

/// `-DNAME=value` for what a script of CMake or make defines whenever it is
/// read, and what one of Python defines, or with `-UNAME` undefines, in each
/// build for CUDA; not macros of another platform.
std::vector<std::string> unconditionalDefinitions(const Script &S);

/// What becomes of one script. `Unverified` says what happens to names without
/// evidence, as for sources.
std::vector<Finding> portScript(const Script &S, const BuildRules &Rules,
                                const BuildTree &Tree, const Table &Names,
                                UnverifiedPolicy Unverified);

} // namespace musify

#endif // MUSIFY_BUILD_PORT_H
