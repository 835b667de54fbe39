//===- WarpReader.h - One walk over a device function -----------*- C++ -*-===//
//
// WarpUse.cpp walks and says what arithmetic and arrays show, WarpShuffle.cpp
// what calls do; WarpLanes.cpp which expressions are lanes or masks;
// WarpGroups.cpp which values all groups of lanes have alike, so that it does
// not matter who is read.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_PARSE_RULES_WARPREADER_H
#define MUSIFY_PARSE_RULES_WARPREADER_H

#include "Parse/Recorder.h"
#include "Parse/Rules/WarpUse.h"
#include "Platform/Platform.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"
#include "clang/AST/Stmt.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/MathExtras.h"

namespace musify {

/// A function called, or looked up where only an instantiation knows more.
struct Callee {
  const clang::FunctionDecl *F = nullptr;
  llvm::StringRef Name;
  llvm::ArrayRef<clang::TemplateArgumentLoc> TemplateArgs; ///< as written

  explicit Callee(const clang::CallExpr &Call);
};

/// What the local variable that `E` names begins with; null if it names none.
const clang::Expr *initOf(const clang::Expr *E);

/// True if something is asked of `threadIdx` but `x`.
bool usesPlane(const clang::Stmt *S);
/// `threadIdx.x`, or a variable that begins so.
bool isThreadX(const clang::Expr *E, unsigned Depth = 4);

/// The numbers that a warp's code of the source is full of.
struct Lanes {
  int64_t All = sourcePlatform().Warp.Size, Half = All / 2, Last = All - 1;
  int64_t Log2 = llvm::Log2_64(All);
  uint64_t Mask = llvm::maskTrailingOnes<uint64_t>(All);

  bool areIn(int64_t Bits) const { return (uint64_t(Bits) & Mask) == Mask; }
};

/// Walks one body.
class WarpReader {
public:
  WarpReader(const clang::FunctionDecl &F, Recorder &Out)
      : F(F), Context(F.getASTContext()), Out(Out) {
    for (const Architecture *A : Out.targets()) {
      Largest = std::max<int64_t>(Largest, A->WarpSize);
      Addressed = std::min<int64_t>(Addressed, A->MaskLanes);
    }
  }

  void visit(const clang::Stmt *S);
  WarpUse Use;

private:
  void visitBinary(const clang::BinaryOperator &B);
  void visitCall(const clang::CallExpr &Call);
  bool saysBlockIs32(const clang::Expr *Condition) const;
  bool assertsBlockIs32(const clang::FunctionDecl &Function) const;
  bool isBlockOneGroup() const;
  void visitShuffle(const clang::CallExpr &Call, llvm::StringRef Name);
  void visitLoop(const clang::ForStmt &Loop);
  void visitSubscript(const clang::ArraySubscriptExpr &E);
  bool compareWarpSize(const clang::BinaryOperator &B);
  bool isMaskOf32(const clang::Expr *E) const;
  bool isMaskOfAll(const clang::Expr *E, unsigned Depth = 2) const;
  bool reachesLanes(const clang::Expr *E);
  bool isThreadIndex(const clang::Expr *E, unsigned Depth = 4);
  bool isWarpCount(const clang::Expr *E) const;
  bool isLaneByWarpSize(const clang::Expr *E, unsigned Depth = 2);
  int64_t strideOf(const clang::Expr *Index, unsigned Depth = 2);
  bool mentions(const clang::Stmt *S, const clang::VarDecl *Variable) const;
  bool mentionsWarpSize(const clang::Stmt *S);
  bool shufflesBy(const clang::Stmt *S, const clang::VarDecl *Variable) const;
  bool keepsFirstGroup(const clang::Expr *Condition);
  bool isOfLargestWarp(const clang::Expr *Value);
  bool isNearOwnLane(const clang::Expr *Lane) const;
  std::optional<int64_t> widthOf(const clang::Expr *Width) const;
  bool isWholeWarp(const clang::Expr *Width);
  void collect(const clang::Stmt *S);
  void collectAssignment(const clang::BinaryOperator &B);
  bool isOfGroups(const clang::Expr *E, clang::BinaryOperatorKind Op,
                  clang::BinaryOperatorKind Bits, int64_t Operand,
                  unsigned Depth = 2);
  /// `tid % 32` or `tid & 31`, and `tid / 32` or `tid >> 5`.
  bool isGroupLane(const clang::Expr *E) {
    return isOfGroups(E, clang::BO_Rem, clang::BO_And, Group.Last);
  }
  bool isGroupNumber(const clang::Expr *E) {
    return isOfGroups(E, clang::BO_Div, clang::BO_Shr, Group.Log2);
  }
  bool isLikely32(const clang::Expr *E) const;
  bool isLikelyHalf(const clang::Expr *E) const;
  bool isPartOfGroupLane(const clang::Expr *E);
  bool isCommon(const clang::Expr *E, unsigned Depth = 4);
  bool isCommonVariable(const clang::ValueDecl &D, unsigned Depth);
  bool readsCommonValue(const clang::CallExpr &Shuffle,
                        const clang::Expr *Value, const clang::Expr *Lane);
  std::optional<int64_t> valueOf(const clang::Expr *E) const {
    return musify::valueOf(E, Context);
  }
  bool is(const clang::Expr *E, int64_t Value) const {
    return valueOf(E) == Value;
  }
  WarpTerm term(const clang::Stmt &S) const;
  std::string quote(const clang::Stmt &S) const;

  const clang::FunctionDecl &F;
  const clang::ASTContext &Context;
  Recorder &Out;
  const WarpNames &Names = sourcePlatform().Warp;
  const Lanes Group;
  int64_t Largest = 0;           ///< lanes of a target's warp
  int64_t Addressed = INT64_MAX; ///< by masks on all targets
  llvm::SmallPtrSet<const clang::VarDecl *, 4>
      Counters;              ///< that go from warp to warp
  bool IsGuarded = false;    ///< below a test that may keep lanes out
  bool IsFirstGroup = false; ///< where only the first 32 threads come
  bool AsksWarpSize = false; ///< below a test of `warpSize`

  /// What a variable gets, in the order of the source.
  struct Assignment {
    const clang::VarDecl *Variable;
    const clang::Expr *Value;
    llvm::SmallVector<const clang::Expr *, 4> Under; ///< conditions
    unsigned At;
  };
  std::vector<Assignment> Assignments;
  llvm::DenseMap<const clang::CallExpr *, unsigned> CallAt;
  /// Arrays that have an element for each group: all groups see them whole.
  llvm::SmallPtrSet<const clang::ValueDecl *, 4> GroupArrays;
  llvm::SmallVector<const clang::Expr *, 4>
      Conditions; ///< around what is collected
  unsigned Collected = 0;
};

} // namespace musify

#endif // MUSIFY_PARSE_RULES_WARPREADER_H
