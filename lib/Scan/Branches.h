//===- Branches.h - Whose code an `#if` holds -------------------*- C++ -*-===//
//
// Follows the conditional directives of one file, as they are written, and
// knows of the place reached: is it compiled for MUSA alone, for a CPU of the
// host alone, in which branch is it.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_SCAN_BRANCHES_H
#define MUSIFY_SCAN_BRANCHES_H

#include "Scan/Condition.h"
#include "Scan/TokenStream.h"
#include <array>
#include <set>
#include <string>

namespace musify {

class Branches {
public:
  /// Whose code the file is, and where a port goes to.
  struct Sides {
    bool IsMusa = false; ///< branches for MUSA are like the rest of it
    bool ToCuda = false; ///< what is CUDA's own is reported instead of MUSA's
  };
  /// `Tokens` and `Out`, which gets `Untouched`, `NeverMusa` and `MusaHost`,
  /// outlive this.
  Branches(const TokenStream &Tokens, Sides S, ScannedFile &Out)
      : Tokens(Tokens), S(S), Out(Out) {}

  /// Follows the directive whose name, like `ifdef`, is token `Name`, with its
  /// condition, which `#else` and `#endif` leave unread. `Scopes` are the open
  /// braces here; where a branch takes the place of another they become those
  /// that were open before the first.
  void follow(size_t Name, const Condition &If, std::vector<OpenBrace> &Scopes);
  /// Behind the directive: the candidates from `First` on stand in it.
  void noteAsked(size_t Name, size_t First);
  /// Ends what the file left open.
  void finish();

  size_t depth() const { return Open.size(); }
  /// Of the innermost branch, counted from 1; 0: none is open.
  unsigned id() const { return Open.empty() ? 0 : Open.back().Id; }
  bool isMusas() const;
  bool isForHostCpu() const;
  /// Only builds for other vendors' GPUs compile the place.
  bool isForOthers() const;

private:
  /// What is asked of each branch: whether a build compiles it.
  enum Build {
    Any,          ///< nothing is known of its macros
    Other,        ///< it is not for the target: none of its macros is defined
    Target,       ///< it is for the target
    TargetHost,   ///< it is for the host of the target
    NoSource,     ///< none of the macros of the side that is ported is defined
    NoHostCpu,    ///< it is for no CPU of the host
    NoOther,      ///< it is for no GPU of another vendor
    Alone,        ///< it is for the target and for no other GPU
    Device,       ///< it is for a device of the target
    SourceDevice, ///< it is for a device of the source
  };
  static constexpr size_t Builds = SourceDevice + 1;
  /// One truth for each build.
  using Truths = std::array<Truth, Builds>;

  using Range = std::pair<unsigned, unsigned>;

  /// What a macro about a platform tells.
  enum Question : unsigned {
    Compiler = 1, ///< the platform's compiler is at work
    Number = 2,   ///< a version, or the device that code is compiled for
    Project = 4   ///< whom the project is built for
  };

  /// A chain that another may follow with nothing between, as its second half.
  struct Neighbour {
    unsigned Target = 0; ///< what it asks, if a branch is MUSA's alone
    unsigned Source = 0; ///< what it asks otherwise
    std::set<std::string> Projects; ///< neutral names of the project's macros
    std::vector<Range> CudaHalves;
  };

  /// One open `#if`.
  struct Branch {
    std::vector<Neighbour> Before; ///< with nothing between
    Truths Taken;                  ///< one of the branches before
    Truths Here;                   ///< the current one
    /// What the current condition asks, and what all so far do: sets of
    /// `Question`.
    unsigned NamesTarget = 0, NamesSource = 0;
    unsigned AsksTarget = 0, AsksSource = 0;
    /// Neutral names (NeutralName.h) of the project's macros among these.
    std::set<std::string> ProjectsTarget, ProjectsSource;
    unsigned Begin = 0;  ///< of the current branch
    unsigned Inside = 0; ///< behind its directive
    unsigned Id = 0;
    /// The current branch or one around it: see the functions of the names.
    bool InMusas = false, ForHostCpu = false, ForOthers = false;
    std::vector<OpenBrace> Scopes; ///< where it begins
    std::vector<size_t> Asked;     ///< candidates in its conditions
    bool HasMusas = false;         ///< a branch so far is MUSA's alone
    /// Branches so far that are CUDA's, if another one is MUSA's.
    std::vector<Range> CudaHalves;
    bool HasShared = false; ///< a branch so far asks for MUSA among others
    /// Branches so far that a renamed condition would make MUSA's.
    std::vector<Range> Displacing;
    std::vector<Range> Directives; ///< so far
    bool KnowsInside = false; ///< a branch of one of its branches is MUSA's
  };
  /// True if only such a build compiles the branch, and not for another reason.
  static bool needs(const Branch &B, Build Without) {
    return B.Here[Without] == false && B.Here[Any] != false;
  }
  bool isMusas(const Branch &B) const {
    return !S.IsMusa && needs(B, Other) && !needs(B, NoSource);
  }
  Truths read(const Condition &If) const;
  MacroState stateOf(llvm::StringRef Macro, Build In) const;
  bool namesTarget(llvm::StringRef Macro) const;
  bool namesSource(llvm::StringRef Macro) const;
  void enter(Branch &B, const Truths &If);
  void endBranch(unsigned At);
  void endChain();
  void joinNeighbours(const Neighbour &Before, const Neighbour &Behind);
  void noteNames(Branch &B, const Condition &If);
  static bool knowsMusaWith(const Branch &Around, const Branch &Inner);

  const TokenStream &Tokens;
  Sides S;
  ScannedFile &Out;
  std::vector<Branch> Open;
  std::vector<Neighbour> Row; ///< the last chains, with nothing between
  size_t BehindRow = 0;       ///< the token behind them
  unsigned LastId = 0;
};

} // namespace musify

#endif // MUSIFY_SCAN_BRANCHES_H
