#include "Parse/Rules/ValueReader.h"
#include "Parse/Recorder.h"
#include "Parse/Rules/WarpUse.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;
using namespace clang;

namespace musify {

static ValueNode hashOf(const std::string &Key) {
  return Key.empty() ? 0 : xxh3_64bits(Key);
}

static bool isNumber(QualType T) {
  return T->isIntegralOrEnumerationType() && !T->isBooleanType() &&
         !T->isAnyCharacterType();
}

static void addTypes(const TemplateArgument &A,
                     SmallVectorImpl<QualType> &Types) {
  if (A.getKind() == TemplateArgument::Pack)
    for (const TemplateArgument &Each : A.pack_elements())
      addTypes(Each, Types);
  else if (A.getKind() == TemplateArgument::Type)
    Types.push_back(A.getAsType().getCanonicalType().getUnqualifiedType());
}

/// `std::pair<int, int>`, `std::vector<int>`: numbers of one type, and nothing
/// else that a comparison could mean.
static bool isContainer(QualType T) {
  const CXXRecordDecl *Record = T.getNonReferenceType()->getAsCXXRecordDecl();
  const auto *S = dyn_cast_or_null<ClassTemplateSpecializationDecl>(Record);
  if (!S || !S->isInStdNamespace())
    return false;
  SmallVector<QualType, 4> Types, Numbers;
  for (const TemplateArgument &A : S->getTemplateArgs().asArray())
    addTypes(A, Types);
  for (QualType Each : Types)
    if (isNumber(Each.getNonReferenceType()))
      Numbers.push_back(Each.getNonReferenceType().getUnqualifiedType());
    else if (!Each->isRecordType())
      return false;
  return !Numbers.empty() && llvm::all_equal(Numbers);
}

bool holdsNumber(QualType T) {
  if (T->isDependentType())
    return false;
  T = T.getNonReferenceType();
  if (T->isPointerType())
    T = T->getPointeeType();
  while (const ArrayType *Array = T->getAsArrayTypeUnsafe())
    T = Array->getElementType();
  return T->isIntegralOrEnumerationType() || isContainer(T);
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
    if (Member && !isContainer(Member->getBase()->getType()))
      return nodeOf(*Member->getMemberDecl());
    return nodeOf(*Binding->getDecomposedDecl());
  }
  // A member of an instantiation stands where its template has it.
  return isa<FieldDecl>(D) ? hashOf(Out.placeOf(D.getLocation())) : 0;
}

using Leaves = SmallVectorImpl<const Expr *>;
static void collect(const Expr *E, Leaves &Found);

static bool returnsNumber(const FunctionDecl &F) {
  QualType T = F.getReturnType();
  return isa<CXXConversionDecl>(F) ||
         (T->isReferenceType() && isNumber(T.getNonReferenceType()));
}

/// `v[i]`, `v.at(i)`, `*o`, `std::get<0>(t)`: what holds the number that the
/// call refers to; null if it is no such call. `v.size()` gives another number.
static const Expr *holderOf(const CallExpr &Call) {
  const FunctionDecl *F = Call.getDirectCallee();
  if (!F || !returnsNumber(*F))
    return nullptr;
  const Expr *Holder = nullptr;
  if (const auto *OfMember = dyn_cast<CXXMemberCallExpr>(&Call))
    Holder = OfMember->getImplicitObjectArgument();
  else if (Call.getNumArgs() &&
           (isa<CXXOperatorCallExpr>(Call) || F->isInStdNamespace()))
    Holder = Call.getArg(0);
  return Holder && isContainer(Holder->getType()) ? Holder : nullptr;
}

static void collectCall(const CallExpr &Call, Leaves &Found) {
  if (const Expr *Holder = holderOf(Call))
    return collect(Holder, Found);
  Found.push_back(&Call);
  const FunctionDecl *F = Call.getDirectCallee();
  if (!F || !F->getDeclName().isIdentifier())
    return;
  bool MakesContainer = F->isInStdNamespace() && isContainer(Call.getType());
  if (MakesContainer || F->getName() == "max" || F->getName() == "min")
    for (const Expr *Argument : Call.arguments())
      collect(Argument, Found);
}

static void collectAll(ArrayRef<const Expr *> Parts, Leaves &Found) {
  for (const Expr *Part : Parts)
    collect(Part, Found);
}

static void collectOperands(const BinaryOperator &B, Leaves &Found) {
  if (B.isComparisonOp() || B.isLogicalOp())
    return;
  if (!B.isAssignmentOp())
    collect(B.getRHS(), Found);
  if (B.getOpcode() != BO_Comma)
    collect(B.getLHS(), Found);
}

static void collect(const Expr *E, Leaves &Found) {
  E = E->IgnoreUnlessSpelledInSource()->IgnoreParenCasts();
  if (const auto *Member = dyn_cast<MemberExpr>(E);
      Member && isContainer(Member->getBase()->getType()))
    return collect(Member->getBase(), Found);
  if (isa<DeclRefExpr, MemberExpr>(E))
    return Found.push_back(E);
  if (const auto *Element = dyn_cast<ArraySubscriptExpr>(E))
    return collect(Element->getBase(), Found);
  if (const auto *Call = dyn_cast<CallExpr>(E))
    return collectCall(*Call, Found);
  if (const auto *Choice = dyn_cast<AbstractConditionalOperator>(E)) {
    collect(Choice->getTrueExpr(), Found);
    return collect(Choice->getFalseExpr(), Found);
  }
  if (const auto *U = dyn_cast<UnaryOperator>(E)) {
    if (U->isArithmeticOp() || U->getOpcode() == UO_Deref)
      collect(U->getSubExpr(), Found);
    return;
  }
  if (const auto *B = dyn_cast<BinaryOperator>(E))
    return collectOperands(*B, Found);
  if (!E->getType()->isArrayType() && !isContainer(E->getType()))
    return;
  if (const auto *List = dyn_cast<InitListExpr>(E))
    return collectAll(List->inits(), Found);
  if (const auto *Made = dyn_cast<CXXConstructExpr>(E))
    collectAll(ArrayRef(Made->getArgs(), Made->getNumArgs()), Found);
}

SmallVector<const Expr *, 2> leavesOf(const Expr *E) {
  SmallVector<const Expr *, 2> Found;
  if (E && !E->isTypeDependent())
    collect(E, Found);
  return Found;
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

const Expr *containerWrittenBy(const CallExpr &Call) {
  const auto *F = dyn_cast_or_null<CXXMethodDecl>(Call.getDirectCallee());
  const Expr *Object = nullptr;
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Call))
    Object = Operator->isAssignmentOp() ? Call.getArg(0) : nullptr;
  else if (const auto *OfMember = dyn_cast<CXXMemberCallExpr>(&Call);
           OfMember && F && !F->isConst())
    Object = OfMember->getImplicitObjectArgument();
  if (!Object || !isContainer(Object->getType()))
    return nullptr;
  // What can be asked of a constant one looks something up.
  bool AlsoReads = F && llvm::any_of(F->getParent()->lookup(F->getDeclName()),
                                     [](const NamedDecl *D) {
                                       auto *M = dyn_cast<CXXMethodDecl>(D);
                                       return M && M->isConst();
                                     });
  return AlsoReads ? nullptr : Object;
}

/// The highest number that is listed in `S`; one that is calculated with
/// something unknown is none.
static int64_t highestIn(const Stmt *S, const ASTContext &Context) {
  const auto *E = dyn_cast_or_null<Expr>(S);
  if (auto Value = E ? valueOf(E, Context) : std::nullopt)
    return *Value;
  int64_t Highest = 0;
  if (S && !isa<BinaryOperator>(S))
    for (const Stmt *Child : S->children())
      Highest = std::max(Highest, highestIn(Child, Context));
  return Highest;
}

int64_t comparedNumber(const Expr *E, const ASTContext &Context) {
  if (auto Value = valueOf(E, Context))
    return *Value;
  E = E->IgnoreParenCasts();
  if (isContainer(E->getType()))
    return highestIn(E, Context);
  bool IsElement = false;
  while (isa<MemberExpr, ArraySubscriptExpr>(E)) {
    IsElement |= isa<ArraySubscriptExpr>(E);
    E = isa<MemberExpr>(E) ? cast<MemberExpr>(E)->getBase()
                           : cast<ArraySubscriptExpr>(E)->getBase();
    E = E->IgnoreParenCasts();
  }
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
  const auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  const Expr *Init = IsElement && V ? V->getAnyInitializer() : nullptr;
  return Init && V->getType()->isArrayType() ? highestIn(Init, Context) : 0;
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
