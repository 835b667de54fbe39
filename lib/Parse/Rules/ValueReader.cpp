#include "Parse/Rules/ValueReader.h"
#include "Parse/Recorder.h"
#include "Parse/Rules/WarpUse.h"
#include "clang/AST/Attr.h"
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
  return T->isRealFloatingType() ||
         (T->isIntegralOrEnumerationType() && !T->isBooleanType() &&
          !T->isAnyCharacterType());
}

static const ClassTemplateSpecializationDecl *stdTemplate(QualType T) {
  const CXXRecordDecl *Record = T.getNonReferenceType()->getAsCXXRecordDecl();
  const auto *S = dyn_cast_or_null<ClassTemplateSpecializationDecl>(Record);
  return S && S->isInStdNamespace() ? S : nullptr;
}

static bool isStdString(QualType T) {
  const auto *S = stdTemplate(T);
  return S && S->getName() == "basic_string";
}

static void addTypes(const TemplateArgument &A,
                     SmallVectorImpl<QualType> &Types) {
  if (A.getKind() == TemplateArgument::Pack)
    for (const TemplateArgument &Each : A.pack_elements())
      addTypes(Each, Types);
  else if (A.getKind() == TemplateArgument::Type)
    Types.push_back(A.getAsType().getCanonicalType().getUnqualifiedType());
}

/// Adds the types of the numbers that the template's arguments are; false if
/// one of them is something else that a comparison could mean.
static bool addNumbers(const ClassTemplateSpecializationDecl &S,
                       SmallVectorImpl<QualType> &Numbers, unsigned Depth = 3) {
  SmallVector<QualType, 4> Types;
  for (const TemplateArgument &A : S.getTemplateArgs().asArray())
    addTypes(A, Types);
  return llvm::all_of(Types, [&](QualType Each) {
    Each = Each.getNonReferenceType();
    if (isNumber(Each))
      return Numbers.push_back(Each.getUnqualifiedType()), true;
    const auto *Part =
        isStdString(Each) || !Depth ? nullptr : stdTemplate(Each);
    return Part ? addNumbers(*Part, Numbers, Depth - 1) : Each->isRecordType();
  });
}

/// `std::pair<int, int>`, `std::vector<int>`: numbers of one type, and nothing
/// else that a comparison could mean. A string may spell them.
static bool isContainer(QualType T) {
  if (isStdString(T))
    return true;
  const auto *S = stdTemplate(T);
  SmallVector<QualType, 4> Numbers;
  return S && addNumbers(*S, Numbers) && !Numbers.empty() &&
         llvm::all_equal(Numbers);
}

/// `int (*)(int)`, `std::function<int(int)>`
static bool givesNumber(QualType T) {
  T = T.getNonReferenceType();
  if (const auto *S = stdTemplate(T);
      S && S->getName() == "function" && S->getTemplateArgs().size() == 1 &&
      S->getTemplateArgs()[0].getKind() == TemplateArgument::Type)
    T = S->getTemplateArgs()[0].getAsType();
  else if (!T->isFunctionPointerType())
    return false;
  else
    T = T->getPointeeType();
  const auto *F = T->getAs<clang::FunctionType>();
  return F && isNumber(F->getReturnType());
}

static QualType elementOf(QualType T) {
  T = T.getNonReferenceType();
  if (T->isPointerType())
    T = T->getPointeeType();
  while (const ArrayType *Array = T->getAsArrayTypeUnsafe())
    T = Array->getElementType();
  return T;
}

bool holdsNumber(QualType T) {
  if (T->isDependentType())
    return false;
  QualType Element = elementOf(T);
  return Element->isIntegralOrEnumerationType() ||
         Element->isRealFloatingType() || isContainer(Element) ||
         givesNumber(T);
}

bool isStd(const FunctionDecl &F) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  return Method ? Method->getParent()->isInStdNamespace()
                : F.isInStdNamespace();
}

/// A number that only device code calculates with.
static bool isDeviceFloat(const ValueDecl &D) {
  const auto *F = dyn_cast<FunctionDecl>(D.getDeclContext());
  return F && isDeviceOnly(*F) && elementOf(D.getType())->isRealFloatingType();
}

bool isDeviceOnly(const FunctionDecl &F) {
  return F.hasAttr<CUDAGlobalAttr>() ||
         (F.hasAttr<CUDADeviceAttr>() && !F.hasAttr<CUDAHostAttr>());
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

ValueNode ValueReader::answerTo(const FunctionDecl &F, unsigned Index) {
  ValueNode Parameter = parameterOf(F, Index);
  return Parameter ? hashOf(std::to_string(Parameter) + " answer") : 0;
}

ValueNode ValueReader::nodeOf(StringRef Known) { return hashOf(Known.str()); }

ValueNode ValueReader::nodeOf(const ValueDecl &D) {
  if (const auto *F = dyn_cast<FunctionDecl>(&D))
    return resultOf(*F);
  if (!holdsNumber(D.getType()) || isDeviceFloat(D))
    return 0;
  if (const auto *Parameter = dyn_cast<ParmVarDecl>(&D)) {
    const auto *F = dyn_cast<FunctionDecl>(Parameter->getDeclContext());
    return F ? parameterOf(*F, Parameter->getFunctionScopeIndex()) : 0;
  }
  if (const auto *V = dyn_cast<VarDecl>(&D)) {
    unsigned Times = Renewed.lookup(V);
    std::string Key = musify::keyOf(*V, Out);
    return hashOf(Times ? Key + " " + std::to_string(Times) : Key);
  }
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

/// `*it`, `it->`, `o.value_or(0)`, `s.c_str()`
static bool returnsNumber(const FunctionDecl &F) {
  QualType T = F.getReturnType();
  if (isa<CXXConversionDecl>(F) || nameOf(F) == "value_or" ||
      nameOf(F) == "load")
    return true;
  if (!T->isReferenceType() && !T->isPointerType())
    return false;
  QualType Element = elementOf(T);
  return isNumber(Element) || isContainer(Element) ||
         (T->isPointerType() && Element->isCharType());
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
  const FunctionDecl *F = Call.getDirectCallee();
  const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Call);
  if (Operator && Operator->getOperator() == OO_Call &&
      givesNumber(Call.getArg(0)->getType()))
    return collect(Call.getArg(0), Found);
  if (!F)
    return collect(Call.getCallee(), Found);
  Found.push_back(&Call);
  bool MakesContainer = isStd(*F) && isContainer(Call.getType());
  const auto *OfMember = dyn_cast<CXXMemberCallExpr>(&Call);
  if (MakesContainer && OfMember)
    return collect(OfMember->getImplicitObjectArgument(), Found);
  if (MakesContainer || nameOf(*F) == "max" || nameOf(*F) == "min")
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
      Member && isContainer(elementOf(Member->getBase()->getType())))
    return collect(Member->getBase(), Found);
  if (isa<DeclRefExpr, MemberExpr, LambdaExpr>(E))
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
    if (U->isArithmeticOp() || U->getOpcode() == UO_Deref ||
        E->getType()->isFunctionPointerType())
      collect(U->getSubExpr(), Found);
    return;
  }
  if (const auto *B = dyn_cast<BinaryOperator>(E))
    return collectOperands(*B, Found);
  if (!E->getType()->isArrayType() && !isContainer(E->getType()) &&
      !givesNumber(E->getType()))
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
  if (const auto *Lambda = dyn_cast<LambdaExpr>(&Leaf))
    return resultOf(*Lambda->getCallOperator());
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

/// True if the method can be asked of a constant object, too: it looks
/// something up.
static bool alsoReads(const CXXMethodDecl &F) {
  return llvm::any_of(F.getParent()->lookup(F.getDeclName()),
                      [](const NamedDecl *D) {
                        auto *M = dyn_cast<CXXMethodDecl>(D);
                        return M && M->isConst();
                      });
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
  return F && alsoReads(*F) ? nullptr : Object;
}

/// The object of `x.begin()`, `std::begin(x)`, or the array itself.
static const Expr *rangeAt(const Expr *Begin) {
  Begin = Begin->IgnoreUnlessSpelledInSource()->IgnoreParenCasts();
  if (const auto *OfMember = dyn_cast<CXXMemberCallExpr>(Begin))
    return OfMember->getImplicitObjectArgument();
  const auto *Call = dyn_cast<CallExpr>(Begin);
  return Call && Call->getNumArgs() ? Call->getArg(0) : Begin;
}

static bool searches(const FunctionDecl &F) {
  return F.isInStdNamespace() && is_contained({"find", "count", "binary_search",
                                               "lower_bound", "upper_bound"},
                                              nameOf(F));
}

TableLookup lookupBy(const Expr &E) {
  if (const auto *Element = dyn_cast<ArraySubscriptExpr>(&E))
    return {Element->getBase(), Element->getIdx()};
  const auto *Call = dyn_cast<CallExpr>(&E);
  const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  if (!F)
    return {};
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call))
    return Operator->getOperator() == OO_Subscript && Call->getNumArgs() == 2 &&
                   stdTemplate(Call->getArg(0)->getType())
               ? TableLookup{Call->getArg(0), Call->getArg(1)}
               : TableLookup();
  const auto *OfMember = dyn_cast<CXXMemberCallExpr>(Call);
  const auto *Method = dyn_cast<CXXMethodDecl>(F);
  if (OfMember && Method && Call->getNumArgs() &&
      stdTemplate(OfMember->getObjectType()) && alsoReads(*Method))
    return {OfMember->getImplicitObjectArgument(), Call->getArg(0)};
  if (!OfMember && searches(*F) && Call->getNumArgs() == 3)
    return {rangeAt(Call->getArg(0)), Call->getArg(2)};
  return {};
}

/// The value of a constant, rounded away from zero; 1 for a string with a
/// digit.
static std::optional<int64_t> constantOf(const Expr *E,
                                         const ASTContext &Context) {
  if (auto Value = valueOf(E, Context))
    return Value;
  const Expr *Plain = E->IgnoreParenCasts();
  if (const auto *Text = dyn_cast<clang::StringLiteral>(Plain))
    return Text->getCharByteWidth() == 1 &&
           llvm::any_of(Text->getString(), llvm::isDigit);
  APFloat Real(0.0);
  if (E->isValueDependent() || E->containsErrors() ||
      !E->getType()->isRealFloatingType() || !E->EvaluateAsFloat(Real, Context))
    return std::nullopt;
  APSInt Whole(64, /*isUnsigned=*/false);
  bool IsExact = false;
  Real.convertToInteger(Whole, APFloat::rmTowardPositive, &IsExact);
  return Whole.getExtValue();
}

/// The highest number that is listed in `S`; one that is calculated with
/// something unknown, or that a function of the project takes, is none.
static int64_t highestIn(const Stmt *S, const ASTContext &Context) {
  const auto *E = dyn_cast_or_null<Expr>(S);
  if (auto Value = E ? constantOf(E, Context) : std::nullopt)
    return *Value;
  const auto *Call = dyn_cast_or_null<CallExpr>(S);
  const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  int64_t Highest = 0;
  if (S && !isa<BinaryOperator, LambdaExpr>(S) && (!Call || (F && isStd(*F))))
    for (const Stmt *Child : S->children())
      Highest = std::max(Highest, highestIn(Child, Context));
  return Highest;
}

/// The initializer of the variable or member that `E` names, or `E`.
static const Expr *listOf(const Expr *E) {
  E = E->IgnoreUnlessSpelledInSource()->IgnoreParenCasts();
  const ValueDecl *D = nullptr;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    D = Ref->getDecl();
  else if (const auto *Member = dyn_cast<MemberExpr>(E))
    D = Member->getMemberDecl();
  if (const auto *V = dyn_cast_or_null<VarDecl>(D))
    return V->getAnyInitializer();
  if (const auto *Field = dyn_cast_or_null<FieldDecl>(D))
    return Field->getInClassInitializer();
  return E;
}

int64_t listedNumber(const Expr *E, const ASTContext &Context) {
  return highestIn(listOf(E), Context);
}

bool listsNumbersOnly(const Expr *E, const ASTContext &Context) {
  E = listOf(E);
  auto IsNumber = [&](const Expr *Part) {
    return !Part->isValueDependent() && constantOf(Part, Context);
  };
  if (const auto *List = dyn_cast_or_null<InitListExpr>(E))
    return llvm::all_of(List->inits(), IsNumber);
  const auto *Made = dyn_cast_or_null<CXXConstructExpr>(E);
  return Made && Made->getNumArgs() &&
         llvm::all_of(Made->arguments(), IsNumber);
}

int64_t comparedNumber(const Expr *E, const ASTContext &Context) {
  if (auto Value = constantOf(E, Context))
    return *Value;
  E = E->IgnoreParenCasts();
  if (const auto *Choice = dyn_cast<AbstractConditionalOperator>(E))
    return std::max(comparedNumber(Choice->getTrueExpr(), Context),
                    comparedNumber(Choice->getFalseExpr(), Context));
  if (isContainer(E->getType()) || E->getType()->isArrayType())
    return isStdString(E->getType()) ? highestIn(E, Context)
                                     : listedNumber(E, Context);
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
