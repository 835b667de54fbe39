// The walk over a body: arithmetic with the size of a warp, and shared arrays.
#include "Parse/Rules/WarpReader.h"
#include "Platform/Platform.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace llvm;
using namespace clang;

namespace musify {

static constexpr WarpUse::Terms WarpUse::*AllTerms[] = {
    &WarpUse::By32,     &WarpUse::ByWarpSize, &WarpUse::Masks,
    &WarpUse::Barriers, &WarpUse::OpenReads,  &WarpUse::Wide,
    &WarpUse::Overruns, &WarpUse::Assertions};

static void append(WarpUse::Terms &Mine, WarpUse::Terms More) {
  for (WarpTerm &T : More)
    if (llvm::none_of(Mine, [&](const auto &M) { return M.Loc == T.Loc; }))
      Mine.push_back(std::move(T));
}

void WarpUse::merge(WarpUse Other) {
  for (Terms WarpUse::*Each : AllTerms)
    append(this->*Each, std::move(Other.*Each));
  for (const Call &C : Other.Calls) // one instantiation calls like another
    if (llvm::none_of(Calls, [&](const Call &M) { return M.Loc == C.Loc; }))
      Calls.push_back(C);
  Shuffles |= Other.Shuffles;
  IsBlockwide |= Other.IsBlockwide;
}

bool WarpReader::compareWarpSize(const BinaryOperator &B) {
  if (!B.isComparisonOp())
    return false;
  bool Left = isWarpSize(B.getLHS(), Out), Right = isWarpSize(B.getRHS(), Out);
  if (!(Left && valueOf(B.getRHS())) && !(Right && valueOf(B.getLHS())))
    return false;
  if (is(Left ? B.getRHS() : B.getLHS(), Group.All))
    Use.Assertions.push_back(term(B));
  return true;
}

void WarpReader::visitBinary(const BinaryOperator &B) {
  const Expr *Left = B.getLHS(), *Right = B.getRHS();
  auto Counts = [&](const Expr *Index) {
    const auto *Product = dyn_cast<BinaryOperator>(Index->IgnoreParenCasts());
    bool IsScaled = Product && Product->getOpcode() == BO_Mul;
    if (!IsScaled && isThreadIndex(Index))
      Use.By32.push_back(term(B));
  };
  switch (B.getOpcode()) {
  case BO_Rem:
  case BO_RemAssign:
  case BO_Div:
  case BO_DivAssign:
    return is(Right, Group.All) ? Counts(Left) : void();
  case BO_Shl: // `1 << warpSize`, `0xffffffff >> (warpSize - n)`: of 32 bits
  case BO_Shr:
    if (isMaskOf32(Left) && reachesLanes(Right))
      return Use.Masks.push_back(term(B));
    [[fallthrough]];
  case BO_ShrAssign:
    return B.getOpcode() != BO_Shl && is(Right, Group.Log2) ? Counts(Left)
                                                            : void();
  case BO_And:
  case BO_AndAssign:
    return is(Right, Group.Last)  ? Counts(Left)
           : is(Left, Group.Last) ? Counts(Right)
                                  : void();
  case BO_EQ: // the last lane
  case BO_NE:
    if ((widthOf(Right) == Group.Last && isLaneByWarpSize(Left)) ||
        (widthOf(Left) == Group.Last && isLaneByWarpSize(Right)))
      Use.By32.push_back(term(B));
    return;
  case BO_Mul: // how many threads so many warps have
    if ((is(Right, Group.All) && isWarpCount(Left)) ||
        (is(Left, Group.All) && isWarpCount(Right)))
      Use.By32.push_back(term(B));
    return;
  default:
    return;
  }
}

/// How far apart the lanes lie in an index: 8 of `8 * (tid % warpSize)`; 0 of
/// what is no lane.
int64_t WarpReader::strideOf(const Expr *Index, unsigned Depth) {
  Index = Index->IgnoreParenCasts();
  if (isLaneByWarpSize(Index))
    return 1;
  if (const auto *B = dyn_cast<BinaryOperator>(Index);
      B && B->getOpcode() == BO_Mul) {
    if (auto Factor = valueOf(B->getLHS()))
      return *Factor * strideOf(B->getRHS(), Depth);
    if (auto Factor = valueOf(B->getRHS()))
      return *Factor * strideOf(B->getLHS(), Depth);
  }
  const Expr *Init = initOf(Index);
  return Depth && Init ? strideOf(Init, Depth - 1) : 0;
}

void WarpReader::visitSubscript(const ArraySubscriptExpr &E) {
  const Expr *Base = E.getBase()->IgnoreParenImpCasts();
  const auto *Array = Context.getAsConstantArrayType(Base->getType());
  while (const auto *Row = dyn_cast<ArraySubscriptExpr>(Base))
    Base = Row->getBase()->IgnoreParenImpCasts();
  const auto *Ref = dyn_cast<DeclRefExpr>(Base);
  // `if (tid < warpSize) s[tid] += s[tid + 32];`
  const auto *Sum = dyn_cast<BinaryOperator>(E.getIdx()->IgnoreParenImpCasts());
  if (AsksWarpSize && Ref && Ref->getDecl()->hasAttr<CUDASharedAttr>() && Sum &&
      Sum->getOpcode() == BO_Add && is(Sum->getRHS(), Group.All) &&
      isThreadIndex(Sum->getLHS()))
    Use.By32.push_back(term(E));
  if (!Array || !Ref || !Ref->getDecl()->hasAttr<CUDASharedAttr>() || IsGuarded)
    return;
  // Room for the source's lanes, but not for those of all targets.
  int64_t Size = Array->getZExtSize(), Stride = strideOf(E.getIdx());
  if (Stride <= 0 || Size <= Group.Last * Stride ||
      Size > (Largest - 1) * Stride)
    return;
  Use.Overruns.push_back(term(E));
  Use.Overruns.back().Room = divideCeil(Size, Stride);
}

/// True if the condition compares sizes, which may keep lanes out.
static bool mayExclude(const Stmt *Condition) {
  if (!Condition)
    return false;
  const auto *B = dyn_cast<BinaryOperator>(Condition);
  return (B && (B->isRelationalOp() || B->isEqualityOp())) ||
         llvm::any_of(Condition->children(),
                      [](const Stmt *C) { return mayExclude(C); });
}

void WarpReader::visit(const Stmt *S) {
  if (!S)
    return;
  SaveAndRestore Restore(IsGuarded), RestoreAsks(AsksWarpSize);
  const Stmt *FirstGroup = nullptr;
  if (const auto *If = dyn_cast<IfStmt>(S)) {
    IsGuarded |= mayExclude(If->getCond());
    AsksWarpSize |= mentionsWarpSize(If->getCond());
    if (keepsFirstGroup(If->getCond()))
      FirstGroup = If->getThen();
  } else if (const auto *Choice = dyn_cast<ConditionalOperator>(S))
    IsGuarded |= mayExclude(Choice->getCond());
  else if (const auto *Loop = dyn_cast<ForStmt>(S))
    visitLoop(*Loop);
  else if (const auto *Call = dyn_cast<CallExpr>(S))
    visitCall(*Call);
  else if (const auto *E = dyn_cast<ArraySubscriptExpr>(S))
    visitSubscript(*E);
  else if (const auto *B = dyn_cast<BinaryOperator>(S)) {
    if (compareWarpSize(*B))
      return;
    visitBinary(*B);
  } else if (const auto *Ref = dyn_cast<DeclRefExpr>(S)) {
    Use.IsBlockwide |= Ref->getDecl()->hasAttr<CUDASharedAttr>();
    if (isWarpSize(Ref, Out))
      Use.ByWarpSize.push_back(term(*Ref));
  }
  for (const Stmt *Child : S->children()) {
    SaveAndRestore RestoreGroup(IsFirstGroup,
                                IsFirstGroup || (Child && Child == FirstGroup));
    visit(Child);
  }
}

void WarpUse::sort(const SourceManager &SM) {
  for (Terms WarpUse::*Each : AllTerms)
    llvm::sort(this->*Each, [&](const WarpTerm &A, const WarpTerm &B) {
      return SM.isBeforeInTranslationUnit(A.Loc, B.Loc);
    });
}

WarpUse warpUseOf(const FunctionDecl &F, Recorder &Out) {
  WarpReader R(F, Out);
  Out.noteCapabilityField(F.getBody()->getBeginLoc());
  R.visit(F.getBody());
  return std::move(R.Use);
}

} // namespace musify
