//===- LaneWords.h - How a function's words count lanes ---------*- C++ -*-===//
#ifndef MUSIFY_REWRITE_LANEWORDS_H
#define MUSIFY_REWRITE_LANEWORDS_H

#include "Platform/Platform.h"
#include "Rewrite/FileFunctions.h"
#include "Rewrite/FileWords.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include <string>
#include <vector>

namespace musify {

/// A place that tells something, and how to quote it.
struct LaneTerm {
  size_t At;
  std::string Text;
};

/// What WarpUse.h is to Clang's AST. Words that no compilation for the target
/// has are left out.
struct LaneUse {
  using Terms = std::vector<LaneTerm>;

  Terms By32;       ///< lanes in groups of the source's warp
  Terms BySize;     ///< whatever `warpSize` is
  Terms Masks;      ///< all lanes as 32 bits
  Terms Barriers;   ///< wait for the lanes of such a mask
  Terms Wide;       ///< shuffles with a width beyond a mask's lanes
  Terms Assertions; ///< `warpSize` compared with 32
  Terms Calls;      ///< of functions by their names
  bool Shuffles = false;
  bool IsBlockwide = false; ///< shared memory or a barrier: judged alone
  bool IsDevice = false;    ///< says so, or has what only device code has
};

/// Reads functions of a file whose names no parse resolved.
class LaneWords : protected FileWords {
protected:
  /// `IsLeftOut` of an offset: no compilation for the target has it.
  LaneWords(llvm::StringRef Text, llvm::function_ref<bool(unsigned)> IsLeftOut);

  LaneUse useOf(const FunctionExtent &F);
  /// False if the project declares the name itself for this place.
  bool isWarpSize(size_t At) const;
  bool is(size_t At, clang::tok::TokenKind Kind) const {
    return At < Words.size() && Words[At].Kind == Kind;
  }
  /// The words from one to another, inclusive, in one line.
  std::string quote(size_t First, size_t Last) const;

  using Argument = std::pair<size_t, size_t>; ///< first word, word behind
  llvm::SmallVector<Argument, 4> argumentsAt(size_t Open) const;
  std::optional<int64_t> numberIn(Argument A) const;
  /// Itself if nothing closes the bracket.
  size_t closingOf(size_t Open) const { return Closing[Open]; }
  size_t endOfExpression(size_t At) const;
  size_t endOfStatement(size_t At) const;
  /// What the variables of a function are; before what follows.
  void learnVariables(const FunctionExtent &F);
  bool isThreadWord(size_t At) const;
  bool shufflesBy(size_t Begin, size_t End, llvm::StringRef Variable) const;

  const FileFunctions Functions;
  const WarpNames &Names = sourcePlatform().Warp;

private:
  void matchBrackets();
  void findOwnSizes();
  bool isDeviceWord(size_t At) const;
  bool isThread(size_t Begin, size_t End) const;
  size_t threadBefore(size_t Operator) const;
  bool isMaskOfAll(Argument A) const;
  void readOperator(size_t At);
  void readName(size_t At);
  void readCall(size_t At);
  void readSize(size_t At);
  void readShuffle(size_t At, llvm::ArrayRef<Argument> Arguments);
  void readLoop(size_t At);
  void add(LaneUse::Terms &To, size_t First, size_t Last) {
    To.push_back({First, quote(First, Last)});
  }

  std::vector<bool> LeftOut;   ///< by word
  std::vector<size_t> Closing; ///< by word: the bracket that closes it
  std::vector<const FunctionExtent *> OwnSizes; ///< declare `warpSize`
  bool HasOwnSize = false;                      ///< for the whole file
  llvm::StringMap<bool> Variables; ///< true: the number of a thread
  llvm::StringSet<> Lanes;         ///< below `warpSize`
  LaneUse Use;
};

} // namespace musify

#endif // MUSIFY_REWRITE_LANEWORDS_H
