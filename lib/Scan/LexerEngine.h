//===- LexerEngine.h - Every byte of every file -----------------*- C++ -*-===//
//
// Clang's raw lexer over a whole file, inactive regions included. It finds the
// places that some rule may speak about, with what their neighbourhood tells;
// whose names they are is Clang's to say (Facts.h).
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_SCAN_LEXERENGINE_H
#define MUSIFY_SCAN_LEXERENGINE_H

#include "Diag/Message.h"
#include "Mapping/Table.h"
#include "Scan/Candidate.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace musify {

/// Where something is declared. A namespace without a name counts as what it
/// stands in.
enum class DeclaredIn { Code, Namespace, Global }; ///< `Code`: or in a class

/// What the text declares, and where the name means it; see LexicalScopes.h.
struct Binding {
  llvm::StringRef Name;
  unsigned Begin, End;
  DeclaredIn Scope = DeclaredIn::Code;
  llvm::StringRef Namespace = {}; ///< the innermost one
};

/// What the text defines outside of classes and functions: a function, type,
/// variable or enumerator.
struct Definition {
  Extent Whole; ///< all of it
  /// The innermost one that it stands in; empty: at global scope.
  llvm::StringRef Namespace;
  /// A function that other files may declare.
  bool IsExported = false;
};

/// A launch with blanks, comments or line breaks inside of its brackets, as in
/// `k<< <1, 2>> >()`: nvcc reads it, Clang does not.
struct SplitLaunch {
  /// Byte ranges of the parts of each bracket; one, if it is not divided.
  std::vector<Extent> Open, Close;
};

/// An argument of a launch that is a list in braces, as in `k<<<1, {8,
/// 8}>>>()`: nvcc reads it, Clang does not.
struct BracedArgument {
  unsigned Index = 0;           ///< which argument, from 0
  unsigned Open = 0, Close = 0; ///< offsets of the braces
};

/// What a macro of the file does with a parameter: it is a whole argument of a
/// `Callee`, or `##` makes a device of PyTorch of it.
struct MacroPass {
  llvm::StringRef Macro;
  unsigned Parameter = 0;
  llvm::StringRef Callee;
  unsigned Argument = 0;
  llvm::StringRef Before, After; ///< what is pasted
};

struct ScannedFile {
  llvm::StringRef Text;              ///< all of it
  std::vector<Candidate> Candidates; ///< sorted by offset
  /// Macros that the file defines: names of `#define`.
  std::vector<llvm::StringRef> MacrosDefined;
  /// By `Candidate::BranchId`: the project's macros about MUSA in the
  /// conditions of the branch and of those around it, if no other build
  /// compiles it.
  std::map<unsigned, std::set<std::string>> MusaSwitches;
  /// Half-open byte ranges that are not ours to port, sorted: what the user
  /// excluded, and branches that only MUSA compiles. They may overlap.
  std::vector<Extent> Untouched;
  /// The same of branches that MUSA never compiles. Not sorted.
  std::vector<Extent> NeverMusa;
  /// Branches that MUSA compiles for the host alone. Not sorted.
  std::vector<Extent> MusaHost;
  std::vector<Binding> Bindings; ///< of names that rules speak about
  /// Names in branches that only other vendors compile. They change with what
  /// the project defines under the name, or not at all.
  std::vector<Candidate> ForOthers;
  std::map<unsigned, Definition> Definitions; ///< by offset of the name
  /// By `Candidate::BranchId`, behind the directive; the first is not used.
  std::vector<Extent> BranchExtents;
  /// Of names that custom rules speak about, by offset.
  std::map<unsigned, place::Call> Calls;
  std::map<unsigned, place::Comparison> Comparisons;
  /// By the offset of the first `<`.
  std::map<unsigned, SplitLaunch> SplitLaunches;
  std::map<unsigned, std::vector<BracedArgument>> BracedArguments; ///< likewise
  /// Of a `MUSIFY_EXCL_START` that nothing closes.
  std::optional<unsigned> UnclosedExclusion;
  bool HoldsKernelString = false;   ///< a literal that may be kernel source
  bool IncludesTorch = false;       ///< a header of PyTorch
  bool IncludesTorchStable = false; ///< one of its stable ABI
  bool NamesTorch = false;          ///< `at::`, `c10::`, `torch::`, or a macro
  bool OpensTorch = false;          ///< opens one of these namespaces itself
  bool NeedsCxx20 = false; ///< words or headers that C++17 does not have
  bool IsMusa = false;     ///< the file is MUSA's code
  /// Other names of PyTorch's namespaces, and names that the file adds to them.
  std::vector<llvm::StringRef> TorchAliases, TorchOwn;
  /// Methods of classes of the file that have the name of one of PyTorch's:
  /// class and method.
  std::vector<std::pair<llvm::StringRef, llvm::StringRef>> TorchNamesakes;
  std::vector<MacroPass> MacroPasses;
  Message Unreadable; ///< why the text could not be lexed; none: it could
};

/// True if one of the half-open ranges holds the offset.
bool isWithin(llvm::ArrayRef<Extent> Ranges, unsigned Offset);

/// The innermost declaration of `Name`, unqualified, that the text has for this
/// place; null if there is none.
const Binding *findBinding(const ScannedFile &Scan, llvm::StringRef Name,
                           unsigned Offset);

/// True if the place is excluded, or is compiled for MUSA alone.
bool isUntouched(const ScannedFile &Scan, unsigned Offset);

/// True if the text has a word that only device code has.
bool namesDevice(llvm::StringRef Text);

/// True if a literal may be kernel source on its own account: cheap, a first
/// look for `findKernelSources`.
bool mayHoldKernel(llvm::StringRef Spelling);

/// Scans `Text` (NUL-terminated, as a MemoryBuffer gives it). Regions between
/// `MUSIFY_EXCL_START` and `MUSIFY_EXCL_STOP`, and lines that hold
/// `MUSIFY_EXCL_LINE`, give no candidates; an unmatched start goes to the end
/// of the file. In a file that is MUSA's code, as `IsMusa` says, branches for
/// MUSA are like the rest of it.
ScannedFile scanFile(llvm::StringRef Text, const Table &T, bool WithComments,
                     bool IsMusa = false);

} // namespace musify

#endif // MUSIFY_SCAN_LEXERENGINE_H
