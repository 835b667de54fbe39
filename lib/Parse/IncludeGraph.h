//===- IncludeGraph.h - Where includes lead, before any parse ---*- C++ -*-===//
#ifndef MUSIFY_PARSE_INCLUDEGRAPH_H
#define MUSIFY_PARSE_INCLUDEGRAPH_H

#include "Project/CompileCommand.h"
#include "Project/Inputs.h"
#include "Scan/LexerEngine.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Compiler.h"
#include <bitset>
#include <string>
#include <vector>

namespace musify {

/// A set of standard headers, by their place in a list of all of them.
using StandardHeaders = std::bitset<160>;

/// Their names, sorted.
std::vector<std::string> namesOf(const StandardHeaders &Set);

/// About what it costs to parse them.
unsigned weight(const StandardHeaders &Set);

/// Follows includes through the project's files, as the lexer sees them.
class IncludeGraph {
public:
  using ScanOf = llvm::function_ref<const ScannedFile *(llvm::StringRef Path)>;
  using FilesByName = llvm::StringMap<std::vector<const InputFile *>>;

  /// `Scan` gives the scan of an input file by its real path, or null;
  /// `ByName` the input files by the last part of their paths.
  IncludeGraph(ScanOf Scan LLVM_LIFETIME_BOUND,
               const FilesByName &ByName LLVM_LIFETIME_BOUND)
      : Scan(Scan), ByName(ByName) {}

  /// What the unit includes whatever its macros are: no `#if` but a header's
  /// guard stands around the include, and no folder of the unit's own holds a
  /// header of that name. None for C, and where the flags choose another
  /// library.
  StandardHeaders standardHeaders(const CompileCommand &Unit);

  /// Folders of the project with headers that the unit includes and that no
  /// folder of its own holds, the nearest of several. Of two that are equally
  /// near none is taken, nor is one for a header of the SDK's or the C++
  /// library's.
  std::vector<std::string> missingFolders(const CompileCommand &Unit);

  /// Headers outside the project that the unit surely includes before any
  /// code, as it spells them, and the macros that the project may define before
  /// the last of them. A second include of such a header reads nothing. The C++
  /// library's and the SDK's are not among them.
  struct Beginning {
    std::vector<std::string> Headers, Macros;
  };
  Beginning beginningOf(const CompileCommand &Unit);

  /// True if the headers, as the unit finds them, lead to so many files that
  /// it costs more to parse them than to load them.
  bool areHeavy(llvm::ArrayRef<std::string> Headers,
                const CompileCommand &Unit);

  /// Real paths of the project's files that the unit may include, itself not
  /// among them, in no particular order. Empty if its flags say too little.
  std::vector<std::string> mayInclude(const CompileCommand &Unit);

private:
  struct Node {
    StandardHeaders Direct;               ///< surely included
    std::vector<std::string> Files;       ///< inputs surely included
    std::vector<std::string> MayBe;       ///< inputs included in an `#if`
    std::vector<llvm::StringRef> Unfound; ///< what no folder holds
  };
  /// A unit as nodes depend on it.
  struct Search {
    std::vector<std::string> Before; ///< folders searched before the system's
    std::vector<std::string> After;  ///< and behind them
    std::string Key;
  };
  /// A unit's beginning as far as it has been read.
  struct HeadWalk {
    const Search &In;
    llvm::StringSet<> Defined; ///< by flags
    llvm::StringSet<> Seen = {};
    Beginning Out = {};
    std::vector<std::string> Pending = {}; ///< macros since the last header
  };
  /// Walks through a file of the project; false if code follows its includes.
  bool takeHead(llvm::StringRef Path, HeadWalk &Walk);
  llvm::StringRef findIn(llvm::StringRef Name,
                         llvm::ArrayRef<std::string> Folders);
  static std::optional<Search> searchOf(const CompileCommand &Unit);
  const Node &nodeOf(llvm::StringRef Path, const Search &In);
  /// Calls `Visit` once with each file that the unit reaches, itself first;
  /// `Visit` returns the files to follow from there.
  using VisitFn = llvm::function_ref<std::vector<std::string>(
      llvm::StringRef Path, const Node &Here)>;
  void visitIncluded(const CompileCommand &Unit, const Search &In,
                     VisitFn Visit);
  llvm::StringRef find(llvm::StringRef Name, llvm::StringRef Folder);
  const InputFile *nearest(llvm::StringRef Name, llvm::StringRef From) const;

  ScanOf Scan;
  const FilesByName &ByName;
  llvm::StringMap<Node> Nodes;            ///< by include folders and path
  llvm::StringMap<std::string> RealPaths; ///< "" of what does not exist
};

/// How many units of a kind are parsed for the sake of one header. In hundreds
/// of units that include it, it is the same code in most.
constexpr unsigned UnitsPerHeader = 3;

/// A file, to ask whether it is worth a parse.
struct IncludingFile {
  llvm::StringRef Path;
  const ScannedFile *Scan = nullptr;
  bool IsHeader = false;
  bool Matters = false; ///< a parse could change what is said about it
  std::string Kind;     ///< of a source: its language and its macros
  /// Of the project, but no input: parsed for the sake of a header alone.
  bool IsAround = false;
};

/// Paths of the files for which `Holds` is true, and of those that may include
/// one of them.
llvm::StringSet<>
filesLeadingTo(llvm::ArrayRef<IncludingFile> Files,
               llvm::function_ref<bool(const ScannedFile &)> Holds);

/// Paths of the files that need C++20, for themselves or for what they may
/// include.
llvm::StringSet<> filesInCxx20(llvm::ArrayRef<IncludingFile> Files);

/// Paths of the files to parse: those that matter, and of other sources, for
/// each header that matters, so many that `UnitsPerHeader` of each kind may
/// include it, the first by path. Includes are taken by the last part of their
/// path, so that there may be a file too many, but none too few.
llvm::StringSet<> filesWorthParsing(llvm::ArrayRef<IncludingFile> Files);

} // namespace musify

#endif // MUSIFY_PARSE_INCLUDEGRAPH_H
