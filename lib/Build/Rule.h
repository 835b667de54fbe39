//===- Rule.h - What becomes of a word of a build script --------*- C++ -*-===//
//
// Rules are data: mappings/build/*.json. See mappings/build/schema.json.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_BUILD_RULE_H
#define MUSIFY_BUILD_RULE_H

#include "Edit/Finding.h"
#include "Mapping/Entry.h"
#include "Project/ScriptSyntax.h"
#include "llvm/Support/Error.h"
#include <optional>
#include <string>
#include <vector>

namespace musify {

struct BuildRule {
  enum class Place {
    Command,   ///< what is called
    Word,      ///< a whole argument
    Program,   ///< a whole argument, or the file name of its path
    Path,      ///< a path, or the beginning of one
    BelowRoot, ///< what follows the toolkit's folder in a path
    Flag,      ///< an argument that begins with `-`
    Variable,  ///< a variable that is read or set
    Import,    ///< a name that Python imports from `Module`
    Attribute, ///< a dotted name of Python
    Keyword,   ///< the name of an argument in a call of Python
    Link,      ///< a compiler's call that links
    Sign,      ///< text that only build scripts have
    Keep,      ///< a compilation: sources are MUSA's despite their suffix
    Member,    ///< of an object of Python; `name()` only where it is called
    Module,    ///< a module that Python imports
  };
  enum class Action {
    Replace, ///< by `To`; without one, the rule only tells
    Drop,    ///< the word goes, and its value with it
    Unwrap,  ///< the flag goes, its value stays as flags of its own
    Arch,    ///< `To` once for all flags of a statement that name architectures
    Package, ///< as Replace; a version goes, and `Insert` comes before
    Language,  ///< a language of CMake's `project`: goes; `Insert` comes after
    Enable,    ///< as Replace; `Insert` comes before
    Table,     ///< the mapping table decides: `Space` says where to look
    ArchList,  ///< as Replace; the architectures that it is set to become ours
    ArchFlags, ///< CMake's list of architectures becomes flags in `To`
    ArchProperty, ///< a target's list of architectures becomes compile options
  };

  std::string Name;      ///< `<file>/<from>`, unique
  unsigned Syntaxes = 0; ///< bit per ScriptSyntax
  Place At = Place::Word;
  Action Do = Action::Replace;
  Status S = Status::Unverified;
  std::string From; ///< a `*` at either end stands for anything
  std::string To;
  /// Only in these calls, or keywords; all: empty. Of a Link: flags without
  /// which the call links.
  std::vector<std::string> Of;
  /// Of a Link: parts of words that do it. Of an Attribute: members of what its
  /// call gives that need no look.
  std::vector<std::string> Unless;
  std::string After;  ///< only behind this word
  std::string Module; ///< Python's, of an Import
  std::string
      Package;       ///< not where the tree brings its own Find<Package>.cmake
  std::string Space; ///< of a Table: library, envvar, header, macro, name
  std::string Evidence, Note;
  std::vector<std::string> Insert; ///< lines
  std::optional<Severity> Level;   ///< of what is told; else by the status
  bool TakesValue = false;         ///< a Flag: may be followed by its value
  bool NvccOnly = false;  ///< a Flag: only where nvcc's flags are spoken of
  bool IsRoot = false;    ///< a Variable or Path: the toolkit's folder
  bool AtRunTime = false; ///< about what code does once it is built
};

/// Reads one rule file; `Path` is used in messages and gives the first half of
/// the names. Every fault is told, one line each, in one error.
llvm::Expected<std::vector<BuildRule>> parseBuildRules(llvm::StringRef Text,
                                                       llvm::StringRef Path);

/// Fails if two rules have one name.
llvm::Error checkBuildRules(llvm::ArrayRef<BuildRule> Rules);

} // namespace musify

#endif // MUSIFY_BUILD_RULE_H
