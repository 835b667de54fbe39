// What all groups of 32 lanes of a block have alike: values that do not depend
// on the group, and blocks that are one group.
#include "Parse/Rules/WarpReader.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using namespace clang;

namespace musify {

void WarpReader::collectAssignment(const BinaryOperator &B) {
  const Expr *To = B.getLHS()->IgnoreParenImpCasts();
  if (const auto *Ref = dyn_cast<DeclRefExpr>(To)) {
    if (const auto *Variable = dyn_cast<VarDecl>(Ref->getDecl()))
      Assignments.push_back({Variable,
                             B.isCompoundAssignmentOp() ? &B : B.getRHS(),
                             Conditions, Collected++});
  } else if (const auto *Element = dyn_cast<ArraySubscriptExpr>(To)) {
    const auto *Array =
        dyn_cast<DeclRefExpr>(Element->getBase()->IgnoreParenImpCasts());
    if (Array && isGroupNumber(Element->getIdx()))
      GroupArrays.insert(Array->getDecl());
  }
}

void WarpReader::collect(const Stmt *S) {
  if (!S)
    return;
  if (const auto *If = dyn_cast<IfStmt>(S)) {
    collect(If->getCond());
    Conditions.push_back(If->getCond());
    collect(If->getThen());
    collect(If->getElse());
    Conditions.pop_back();
    return;
  }
  for (const Stmt *Child : S->children())
    collect(Child);
  if (const auto *D = dyn_cast<DeclStmt>(S)) {
    for (const Decl *Each : D->decls())
      if (const auto *Variable = dyn_cast<VarDecl>(Each);
          Variable && Variable->hasInit())
        Assignments.push_back(
            {Variable, Variable->getInit(), Conditions, Collected++});
  } else if (const auto *Call = dyn_cast<CallExpr>(S)) {
    CallAt[Call] = Collected++;
  } else if (const auto *B = dyn_cast<BinaryOperator>(S);
             B && B->isAssignmentOp()) {
    collectAssignment(*B);
  }
}

/// 32, or a parameter of a template that is 32 if nothing else is given.
bool WarpReader::isLikely32(const Expr *E) const {
  if (is(E, Group.All))
    return true;
  const auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts());
  const auto *P =
      Ref ? dyn_cast<NonTypeTemplateParmDecl>(Ref->getDecl()) : nullptr;
  return P && P->hasDefaultArgument() &&
         is(P->getDefaultArgument().getArgument().getAsExpr(), Group.All);
}

bool WarpReader::isOfGroups(const Expr *E, BinaryOperatorKind Op,
                            BinaryOperatorKind Bits, int64_t Operand,
                            unsigned Depth) {
  E = E->IgnoreParenCasts();
  if (const auto *B = dyn_cast<BinaryOperator>(E))
    return ((B->getOpcode() == Op && isLikely32(B->getRHS())) ||
            (B->getOpcode() == Bits && is(B->getRHS(), Operand))) &&
           isThreadIndex(B->getLHS());
  const Expr *Init = initOf(E);
  return Depth && Init && isOfGroups(Init, Op, Bits, Operand, Depth - 1);
}

bool WarpReader::isCommonVariable(const ValueDecl &D, unsigned Depth) {
  if (isa<EnumConstantDecl>(D) || isa<NonTypeTemplateParmDecl>(D))
    return true;
  const auto *Variable = dyn_cast<VarDecl>(&D);
  if (!Variable || Variable->getName() == Names.ThreadIndex)
    return false;
  if (Variable->hasAttr<CUDASharedAttr>() || GroupArrays.contains(Variable))
    return true;
  if (Variable->hasGlobalStorage())
    return Variable->hasAttr<CUDAConstantAttr>() ||
           Variable->getType().isConstQualified() ||
           Variable->getType()->isConstantArrayType();
  size_t Times = llvm::count_if(
      Assignments, [&](const Assignment &A) { return A.Variable == Variable; });
  if (isa<ParmVarDecl>(Variable)) {
    const auto *Kernel = dyn_cast<FunctionDecl>(Variable->getDeclContext());
    return Kernel && Kernel->hasAttr<CUDAGlobalAttr>() && !Times;
  }
  return Depth && Times <= 1 && Variable->hasInit() &&
         isCommon(Variable->getInit(), Depth - 1);
}

/// `threadIdx.x & 7` or `threadIdx.x % 8`: a number within a part of a group.
bool WarpReader::isPartOfGroupLane(const Expr *E) {
  const auto *B = dyn_cast<BinaryOperator>(E);
  auto Operand = B ? valueOf(B->getRHS()) : std::nullopt;
  if (!Operand || *Operand < 1 || *Operand > Group.All ||
      !isThreadIndex(B->getLHS()))
    return false;
  return (B->getOpcode() == BO_And && *Operand < Group.All) ||
         (B->getOpcode() == BO_Rem && Group.All % *Operand == 0);
}

/// True if all groups of 32 lanes of a block find the same in `E`, lane by
/// lane.
bool WarpReader::isCommon(const Expr *E, unsigned Depth) {
  E = E->IgnoreParenCasts();
  if (isGroupLane(E) || isPartOfGroupLane(E))
    return true;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    return isCommonVariable(*Ref->getDecl(), Depth);
  if (isa<CallExpr>(E))
    return false;
  if (const auto *Unary = dyn_cast<UnaryOperator>(E);
      Unary &&
      (Unary->isIncrementDecrementOp() || Unary->getOpcode() == UO_Deref))
    return false;
  if (const auto *B = dyn_cast<BinaryOperator>(E); B && B->isAssignmentOp())
    return false;
  return llvm::all_of(E->children(), [&](const Stmt *Child) {
    const auto *Part = dyn_cast_or_null<Expr>(Child);
    return Part && isCommon(Part, Depth);
  });
}

/// True if a shuffle reads what each group has alike, so that it does not
/// matter which group it reads from: `V = Sums[lane]`, reduced, and read from
/// lane 0.
bool WarpReader::readsCommonValue(const CallExpr &Shuffle, const Expr *Value,
                                  const Expr *Lane) {
  const auto *Ref = dyn_cast<DeclRefExpr>(Value->IgnoreParenImpCasts());
  const auto *Variable = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (!Variable)
    return false;
  if (!Collected)
    collect(F.getBody());
  auto At = CallAt.find(&Shuffle);
  if (At == CallAt.end())
    return false;
  // A captured variable begins in the function around this one.
  const Expr *Last = Variable->getDeclContext() != &F
                         ? Variable->getAnyInitializer()
                         : nullptr;
  ArrayRef<const Expr *> Under;
  for (const Assignment &A : Assignments) {
    if (A.Variable != Variable || A.Value->IgnoreParenImpCasts() == &Shuffle ||
        shufflesBy(A.Value, Variable)) // reduces what is there
      continue;
    if (A.At > At->second)
      return false; // in a loop it may come first
    Last = mentions(A.Value, Variable) ? nullptr : A.Value;
    Under = A.Under;
  }
  return Last && isCommon(Last) &&
         llvm::all_of(Under, [&](const Expr *Condition) {
           return is(Lane, 0) && isCommon(Condition);
         });
}

/// True for `kBlockSize == 32` and the like.
bool WarpReader::saysBlockIs32(const Expr *Condition) const {
  const auto *B = dyn_cast<BinaryOperator>(Condition->IgnoreParenImpCasts());
  if (!B || (B->getOpcode() != BO_EQ && B->getOpcode() != BO_LE) ||
      !is(B->getRHS(), Group.All))
    return false;
  const auto *Ref = dyn_cast<DeclRefExpr>(B->getLHS()->IgnoreParenImpCasts());
  return Ref && nameOf(*Ref->getDecl()).contains_insensitive("block");
}

/// True if a `static_assert` in the body says so.
bool WarpReader::assertsBlockIs32(const FunctionDecl &Function) const {
  const auto *Body = dyn_cast_or_null<CompoundStmt>(Function.getBody());
  if (!Body)
    return false;
  return llvm::any_of(Body->body(), [&](const Stmt *S) {
    const auto *D = dyn_cast<DeclStmt>(S);
    const auto *Assert = D && D->isSingleDecl()
                             ? dyn_cast<StaticAssertDecl>(D->getSingleDecl())
                             : nullptr;
    return Assert && saysBlockIs32(Assert->getAssertExpr());
  });
}

/// True if the code itself says that a block has no more than 32 threads, in
/// this function or in another of its class.
bool WarpReader::isBlockOneGroup() const {
  const auto *Bounds = F.getAttr<CUDALaunchBoundsAttr>();
  auto Most = Bounds ? valueOf(Bounds->getMaxThreads()) : std::nullopt;
  if ((Most && *Most <= Group.All) || assertsBlockIs32(F))
    return true;
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  return Method && llvm::any_of(Method->getParent()->methods(),
                                [&](const CXXMethodDecl *M) {
                                  return assertsBlockIs32(*M);
                                });
}

} // namespace musify
