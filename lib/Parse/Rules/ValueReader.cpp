#include "Parse/Rules/ValueReader.h"
#include "Parse/Recorder.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;
using namespace clang;

namespace musify {

static ValueNode hashOf(const std::string &Key) {
  return Key.empty() ? 0 : xxh3_64bits(Key);
}

/// A number, or what leads to one.
static bool holdsNumber(QualType T) {
  if (T->isDependentType())
    return false;
  T = T.getNonReferenceType();
  if (T->isPointerType())
    T = T->getPointeeType();
  return T->isIntegralOrEnumerationType();
}

// What each unit may declare anew is known by its name, all else by its place.
static std::string keyOf(const VarDecl &V, Recorder &Out) {
  std::string Place = Out.placeOf(V.getCanonicalDecl()->getLocation());
  return V.hasGlobalStorage() && V.isExternallyVisible() && !Place.empty()
             ? V.getQualifiedNameAsString()
             : Place;
}

std::string ValueReader::keyOf(const FunctionDecl &F) {
  const FunctionDecl *Pattern = F.getTemplateInstantiationPattern();
  const FunctionDecl &Known = *(Pattern ? Pattern : &F)->getCanonicalDecl();
  std::string Place = Out.placeOf(Known.getLocation());
  bool IsTemplate = Pattern || F.getDescribedFunctionTemplate();
  if (Place.empty() || IsTemplate || !F.isExternallyVisible())
    return Place;
  return F.getQualifiedNameAsString() + " " +
         F.getType().getCanonicalType().getAsString();
}

ValueNode ValueReader::resultOf(const FunctionDecl &F) {
  if (!holdsNumber(F.getReturnType()))
    return 0;
  std::string Key = keyOf(F);
  return Key.empty() ? 0 : hashOf(Key + " result");
}

ValueNode ValueReader::parameterOf(const FunctionDecl &F, unsigned Index) {
  if (Index >= F.getNumParams() ||
      !holdsNumber(F.getParamDecl(Index)->getType()))
    return 0;
  std::string Key = keyOf(F);
  return Key.empty() ? 0 : hashOf(Key + " #" + std::to_string(Index));
}

ValueNode ValueReader::nodeOf(const ValueDecl &D) {
  if (!holdsNumber(D.getType()))
    return 0;
  if (const auto *Parameter = dyn_cast<ParmVarDecl>(&D)) {
    const auto *F = dyn_cast<FunctionDecl>(Parameter->getDeclContext());
    return F ? parameterOf(*F, Parameter->getFunctionScopeIndex()) : 0;
  }
  if (const auto *V = dyn_cast<VarDecl>(&D))
    return hashOf(musify::keyOf(*V, Out));
  if (const auto *Binding = dyn_cast<BindingDecl>(&D)) {
    const auto *Member = dyn_cast_or_null<MemberExpr>(Binding->getBinding());
    return Member ? nodeOf(*Member->getMemberDecl()) : 0;
  }
  // A member of an instantiation stands where its template has it.
  return isa<FieldDecl>(D) ? hashOf(Out.placeOf(D.getLocation())) : 0;
}

static void collect(const Expr *E, SmallVectorImpl<const Expr *> &Leaves) {
  E = E->IgnoreUnlessSpelledInSource()->IgnoreParenCasts();
  if (isa<DeclRefExpr, MemberExpr>(E))
    return Leaves.push_back(E);
  if (const auto *Call = dyn_cast<CallExpr>(E)) {
    Leaves.push_back(E);
    const FunctionDecl *F = Call->getDirectCallee();
    bool HasName = F && F->getDeclName().isIdentifier();
    if (HasName && (F->getName() == "max" || F->getName() == "min"))
      for (const Expr *Argument : Call->arguments())
        collect(Argument, Leaves);
    return;
  }
  if (const auto *Choice = dyn_cast<AbstractConditionalOperator>(E)) {
    collect(Choice->getTrueExpr(), Leaves);
    return collect(Choice->getFalseExpr(), Leaves);
  }
  if (const auto *U = dyn_cast<UnaryOperator>(E)) {
    if (U->isArithmeticOp() || U->getOpcode() == UO_Deref)
      collect(U->getSubExpr(), Leaves);
    return;
  }
  const auto *B = dyn_cast<BinaryOperator>(E);
  if (!B || B->isComparisonOp() || B->isLogicalOp())
    return;
  if (!B->isAssignmentOp())
    collect(B->getRHS(), Leaves);
  if (B->getOpcode() != BO_Comma)
    collect(B->getLHS(), Leaves);
}

SmallVector<const Expr *, 2> leavesOf(const Expr *E) {
  SmallVector<const Expr *, 2> Leaves;
  if (E && !E->isTypeDependent())
    collect(E, Leaves);
  return Leaves;
}

ValueNode ValueReader::nodeOfLeaf(const Expr &Leaf) {
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&Leaf))
    return nodeOf(*Ref->getDecl());
  if (const auto *Member = dyn_cast<MemberExpr>(&Leaf))
    return nodeOf(*Member->getMemberDecl());
  const FunctionDecl *F = cast<CallExpr>(Leaf).getDirectCallee();
  return F ? resultOf(*F) : 0;
}

SmallVector<ValueNode, 2> ValueReader::nodesIn(const Expr *E) {
  SmallVector<ValueNode, 2> Nodes;
  for (const Expr *Leaf : leavesOf(E))
    if (ValueNode Node = nodeOfLeaf(*Leaf))
      Nodes.push_back(Node);
  return Nodes;
}

const ValueDecl *writtenBy(const Expr &Argument) {
  const Expr *Place = Argument.IgnoreParenCasts();
  if (const auto *Address = dyn_cast<UnaryOperator>(Place);
      Address && Address->getOpcode() == UO_AddrOf)
    Place = Address->getSubExpr()->IgnoreParens();
  if (const auto *Ref = dyn_cast<DeclRefExpr>(Place))
    return Ref->getDecl();
  const auto *Member = dyn_cast<MemberExpr>(Place);
  return Member ? Member->getMemberDecl() : nullptr;
}

} // namespace musify
