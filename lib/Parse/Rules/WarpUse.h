//===- WarpUse.h - How a device function counts lanes -----------*- C++ -*-===//
#ifndef MUSIFY_PARSE_RULES_WARPUSE_H
#define MUSIFY_PARSE_RULES_WARPUSE_H

#include "clang/AST/Decl.h"
#include "clang/Basic/SourceLocation.h"
#include <optional>
#include <string>
#include <vector>

namespace musify {

class Recorder;

/// A place that tells something, and how to quote it.
struct WarpTerm {
  clang::SourceLocation Loc;
  std::string Text;
  /// Of an overrun: how many lanes there is room for.
  unsigned Room = 0;
  clang::SourceLocation End = {}; ///< of an open read: its closing bracket
};

struct WarpUse {
  using Terms = std::vector<WarpTerm>;

  /// Lanes in groups of the source's warp: `tid & 31`, `tiled_partition<32>`.
  Terms By32;
  Terms ByWarpSize; ///< whatever `warpSize` is
  Terms Masks;      ///< all lanes as 32 bits: 0xffffffff, a ballot
  Terms Barriers;   ///< wait for the lanes of such a mask
  Terms OpenReads;  ///< `__shfl_sync` of a numbered lane, without a width
  Terms Wide;       ///< shuffles with a width beyond what masks address
  Terms Overruns;   ///< a shared array at a lane that it may not have
  Terms Assertions; ///< `warpSize` compared with 32

  struct Call {
    clang::SourceLocation Loc;
    const clang::FunctionDecl *Callee;
  };
  std::vector<Call> Calls;  ///< of the user's functions
  bool Shuffles = false;    ///< by itself
  bool IsBlockwide = false; ///< shared memory or a barrier: a whole of its own

  /// Adds what another instantiation of the same function shows.
  void merge(WarpUse Other);
  /// Puts the places in their order in the source.
  void sort(const clang::SourceManager &SM);
};

/// True if `E` is a reference to the built-in variable `warpSize`.
bool isWarpSize(const clang::Expr *E, Recorder &Out);

/// The value of an integer expression, if the evaluator knows it.
std::optional<int64_t> valueOf(const clang::Expr *E,
                               const clang::ASTContext &Context);

/// What a local constant that `E` names begins with; null if it names none.
const clang::Expr *constantInit(const clang::Expr *E);

/// How the body of `F` counts lanes.
WarpUse warpUseOf(const clang::FunctionDecl &F, Recorder &Out);

} // namespace musify

#endif // MUSIFY_PARSE_RULES_WARPUSE_H
