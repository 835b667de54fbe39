// `cudaDriverGetVersion(&v); if (v >= 12000)` asks for a version of CUDA's
// driver; MUSA's function answers with a version of MUSA's. Likewise the
// compute capability. The answer is followed through variables, members,
// parameters and results, in all units: this rule records where numbers go, and
// `Facts::followValues` decides. What stands in one expression, or in a local
// constant, CapabilityTest judges by its value.
#include "Parse/Recorder.h"
#include "Parse/Rules/All.h"
#include "Parse/Rules/CapabilityReader.h"
#include "Parse/Rules/DeviceRange.h"
#include "Parse/Rules/ValueReader.h"
#include "Parse/Rules/WarpUse.h"
#include "Platform/Platform.h"
#include "clang/AST/ExprCXX.h"
#include "clang/ASTMatchers/ASTMatchers.h"

using namespace llvm;
using namespace clang;
using namespace clang::ast_matchers;

namespace musify {
namespace {

class AskedValue : public AstConcern {
public:
  explicit AskedValue(Recorder &Out)
      : AstConcern(Out), Values(Out), Capabilities(Out) {}
  void addTo(MatchFinder &Finder) override;
  void run(const MatchFinder::MatchResult &Result) override;

private:
  void flow(const Expr *From, ValueNode To);
  void giveBack(const Expr *Value, const FunctionDecl &F);
  void assign(const BinaryOperator &B);
  void call(const CallExpr &Call);
  void ask(const CallExpr &Call, const FunctionDecl &F);
  void askByAttribute(const CallExpr &Call, const FunctionDecl &Query);
  void reuse(const CallExpr &Query);
  void pass(const Expr &Argument, const FunctionDecl &F, unsigned Index);
  void passAttribute(const Expr &Argument, const FunctionDecl &F,
                     unsigned Index);
  void callHost(const CallExpr &Call, const FunctionDecl &F);
  void construct(const CXXConstructExpr &E);
  void initialise(const InitListExpr &List);
  void compare(const Expr &Left, const Expr &Right, bool IsJudged);
  void compareRecords(const Expr &Side, const Expr &Other);
  void compareNodes(const Expr &Side, const Expr &Threshold);
  void choose(const SwitchStmt &S);
  void lookUp(const Expr &E);
  void use(const Expr &Side, ArrayRef<ValueNode> Nodes, int64_t Number,
           bool IsJudged, ValueNode Threshold = 0);
  void write(const Expr &Argument, ArrayRef<ValueNode> Answers);
  void originate(const Expr &Argument, Asked What, StringRef By);
  ValueNode answer(Asked What, StringRef By);
  SmallVector<ValueNode, 2> nodesIn(const Expr *E);
  void addAnswers(const CallExpr &Call, SmallVectorImpl<ValueNode> &Nodes);
  const Expr *meant(const Expr *E);
  bool isJudged(const Stmt &S) { return Capabilities.firstProperty(&S); }
  bool isAttribute(const Expr &E, llvm::function_ref<bool(StringRef)> Is);
  bool isCapabilityAttribute(const Expr &E);

  const DeviceNames &Names = sourcePlatform().Device;
  ValueReader Values;
  CapabilityReader Capabilities;
  ASTContext *Context = nullptr;
  /// The attribute that a local variable was asked for last.
  DenseMap<const VarDecl *, const CallExpr *> LastAsked;
  /// What the current comparison compares may be a threshold of a parameter.
  bool IsThresholdLikely = false;
};

void AskedValue::addTo(MatchFinder &Finder) {
  if (!Out.followsValues())
    return;
  Finder.addMatcher(varDecl(hasInitializer(expr())).bind("variable"), this);
  Finder.addMatcher(binaryOperator(isAssignmentOperator()).bind("assignment"),
                    this);
  Finder.addMatcher(cxxCtorInitializer(isMemberInitializer()).bind("member"),
                    this);
  Finder.addMatcher(fieldDecl(hasInClassInitializer(expr())).bind("field"),
                    this);
  Finder.addMatcher(
      returnStmt(forFunction(functionDecl().bind("function"))).bind("return"),
      this);
  Finder.addMatcher(callExpr(callee(functionDecl())).bind("call"), this);
  Finder.addMatcher(cxxConstructExpr().bind("construction"), this);
  Finder.addMatcher(initListExpr().bind("list"), this);
  Finder.addMatcher(
      binaryOperator(isComparisonOperator(),
                     optionally(hasParent(forStmt().bind("loop"))),
                     optionally(forFunction(functionDecl().bind("around"))))
          .bind("comparison"),
      this);
  Finder.addMatcher(
      cxxOperatorCallExpr(isComparisonOperator(), argumentCountIs(2))
          .bind("class comparison"),
      this);
  Finder.addMatcher(cxxForRangeStmt().bind("range"), this);
  Finder.addMatcher(arraySubscriptExpr().bind("element"), this);
  Finder.addMatcher(switchStmt().bind("switch"), this);
}

void AskedValue::run(const MatchFinder::MatchResult &Result) {
  const auto &Nodes = Result.Nodes;
  Context = Result.Context;
  const auto *Around = Nodes.getNodeAs<FunctionDecl>("around");
  // The end of a loop is a count, and a kernel gets what the host has asked.
  IsThresholdLikely =
      !Nodes.getNodeAs<ForStmt>("loop") && !(Around && isDeviceOnly(*Around));
  if (const auto *V = Nodes.getNodeAs<VarDecl>("variable"))
    flow(V->getInit(), Values.nodeOf(*V));
  else if (const auto *B = Nodes.getNodeAs<BinaryOperator>("assignment"))
    assign(*B);
  else if (const auto *I = Nodes.getNodeAs<CXXCtorInitializer>("member"))
    flow(I->getInit(), Values.nodeOf(*I->getMember()));
  else if (const auto *D = Nodes.getNodeAs<FieldDecl>("field"))
    flow(D->getInClassInitializer(), Values.nodeOf(*D));
  else if (const auto *R = Nodes.getNodeAs<ReturnStmt>("return"))
    giveBack(R->getRetValue(), *Nodes.getNodeAs<FunctionDecl>("function"));
  else if (const auto *C = Nodes.getNodeAs<CallExpr>("call"))
    call(*C);
  else if (const auto *E = Nodes.getNodeAs<CXXConstructExpr>("construction"))
    construct(*E);
  else if (const auto *L = Nodes.getNodeAs<InitListExpr>("list"))
    initialise(*L);
  else if (const auto *B = Nodes.getNodeAs<BinaryOperator>("comparison"))
    compare(*B->getLHS(), *B->getRHS(),
            isJudged(*B) || isBelowAllDevices(*B, *Context));
  else if (const auto *C =
               Nodes.getNodeAs<CXXOperatorCallExpr>("class comparison"))
    compare(*C->getArg(0), *C->getArg(1), isJudged(*C));
  else if (const auto *E = Nodes.getNodeAs<ArraySubscriptExpr>("element"))
    lookUp(*E);
  else if (const auto *L = Nodes.getNodeAs<CXXForRangeStmt>("range"))
    flow(L->getRangeInit(), Values.nodeOf(*L->getLoopVariable()));
  else if (const auto *S = Nodes.getNodeAs<SwitchStmt>("switch"))
    choose(*S);
}

/// A node that the answer to a question of the SDK's is in.
ValueNode AskedValue::answer(Asked What, StringRef By) {
  ValueNode Node =
      ValueReader::nodeOf(("asked " + Twine(unsigned(What)) + " " + By).str());
  Out.noteOrigin({What, By.str(), Node});
  return Node;
}

/// What a local constant that `E` names was given, or `E`.
const Expr *AskedValue::meant(const Expr *E) {
  return E->containsErrors() || E->isTypeDependent() ? E
                                                     : Capabilities.meant(E);
}

bool AskedValue::isAttribute(const Expr &E,
                             llvm::function_ref<bool(StringRef)> Is) {
  const auto *Ref = dyn_cast<DeclRefExpr>(meant(&E)->IgnoreParenImpCasts());
  return Ref && isa<EnumConstantDecl>(Ref->getDecl()) &&
         Is(nameOf(*Ref->getDecl()));
}

bool AskedValue::isCapabilityAttribute(const Expr &E) {
  return isAttribute(E, [&](StringRef Name) {
    return llvm::any_of(
        Names.CapabilityAttributes.spellings(),
        [&](StringRef Cuda) { return Name == Out.nameHere(Cuda); });
  });
}

/// `cudnnGetVersion()`, `attributeOf(cudaDevAttrComputeCapabilityMajor)`
void AskedValue::addAnswers(const CallExpr &Call,
                            SmallVectorImpl<ValueNode> &Nodes) {
  const FunctionDecl *F = Call.getDirectCallee();
  if (!F)
    return;
  if (F->getReturnType()->isIntegerType() &&
      !F->getReturnType()->isEnumeralType() &&
      Out.isSdkFunction(*F, Names.VersionQueries))
    Nodes.push_back(answer(Asked::Version, F->getName()));
  unsigned First = isa<CXXOperatorCallExpr>(Call) && isa<CXXMethodDecl>(F);
  for (unsigned I = First; I < Call.getNumArgs(); ++I)
    if (isCapabilityAttribute(*Call.getArg(I)))
      if (ValueNode Node = Values.answerTo(*F, I - First))
        Nodes.push_back(Node);
}

/// `cudaDeviceProp` of `prop.major`
static StringRef structOf(const MemberExpr &Field) {
  return cast<FieldDecl>(Field.getMemberDecl())->getParent()->getName();
}

SmallVector<ValueNode, 2> AskedValue::nodesIn(const Expr *E) {
  SmallVector<ValueNode, 2> Nodes = Values.nodesIn(E);
  for (const Expr *Leaf : leavesOf(E))
    if (auto What = Capabilities.askedBy(Leaf))
      Nodes.push_back(answer(*What, structOf(cast<MemberExpr>(*Leaf))));
    else if (const auto *Call = dyn_cast<CallExpr>(Leaf))
      addAnswers(*Call, Nodes);
  return Nodes;
}

void AskedValue::flow(const Expr *From, ValueNode To) {
  if (!From || !To)
    return;
  if (From->isTypeDependent()) {
    if (Capabilities.unknownProperty(From, *Context))
      Out.noteFlow(answer(Asked::Capability, Out.nameHere(Names.Properties)),
                   To);
    return;
  }
  for (ValueNode Node : nodesIn(From))
    if (Node != To)
      Out.noteFlow(Node, To);
  // Text says nothing of itself, and nobody compares a truth with a threshold.
  if (!From->getType()->isBooleanType() &&
      !isa<clang::StringLiteral>(From->IgnoreParenImpCasts()) &&
      comparedNumber(From, *Context) > 0)
    Out.noteNumber(To);
}

void AskedValue::assign(const BinaryOperator &B) {
  if (B.isTypeDependent())
    return;
  for (ValueNode To : Values.nodesIn(B.getLHS()))
    flow(B.getRHS(), To);
}

/// The call writes these to what the argument points to.
void AskedValue::write(const Expr &Argument, ArrayRef<ValueNode> Answers) {
  const ValueDecl *Target = writtenBy(Argument);
  if (ValueNode To = Target ? Values.nodeOf(*Target) : 0)
    for (ValueNode From : Answers)
      Out.noteFlow(From, To);
}

/// To who calls the function, or one that it overrides.
void AskedValue::giveBack(const Expr *Value, const FunctionDecl &F) {
  flow(Value, Values.resultOf(F));
  if (const auto *Method = dyn_cast<CXXMethodDecl>(&F))
    for (const CXXMethodDecl *Overridden : Method->overridden_methods())
      giveBack(Value, *Overridden);
}

void AskedValue::originate(const Expr &Argument, Asked What, StringRef By) {
  write(Argument, answer(What, By));
}

/// A local variable that is given one attribute after the other in a block
/// stands for another number each time.
void AskedValue::reuse(const CallExpr &Query) {
  const auto *V = dyn_cast_or_null<VarDecl>(writtenBy(*Query.getArg(0)));
  if (!V || !V->hasLocalStorage() || isa<ParmVarDecl>(V))
    return;
  const CallExpr *&Last = LastAsked[V];
  if (Last && blockAround(*Last, *Context) == blockAround(Query, *Context))
    Values.renew(*V);
  Last = &Query;
}

/// `cudaDeviceGetAttribute(&V, A, D)`, where `A` may be a parameter.
void AskedValue::askByAttribute(const CallExpr &Call,
                                const FunctionDecl &Query) {
  const Expr &Attribute = *Call.getArg(1);
  reuse(Call);
  if (isCapabilityAttribute(Attribute))
    originate(*Call.getArg(0), Asked::Capability, Query.getName());
  if (isAttribute(Attribute, [&](StringRef Name) {
        return llvm::any_of(
            sourcePlatform().Warp.SizeAttributes,
            [&](StringRef Cuda) { return Name == Out.nameHere(Cuda); });
      }))
    originate(*Call.getArg(0), Asked::WarpSize, Query.getName());
  const auto *Ref = dyn_cast<DeclRefExpr>(Attribute.IgnoreParenImpCasts());
  const auto *P = Ref ? dyn_cast<ParmVarDecl>(Ref->getDecl()) : nullptr;
  const auto *F = P ? dyn_cast<FunctionDecl>(P->getDeclContext()) : nullptr;
  if (ValueNode To = F ? Values.answerTo(*F, P->getFunctionScopeIndex()) : 0)
    Out.noteFlow(answer(Asked::Capability, Query.getName()), To);
}

void AskedValue::ask(const CallExpr &Call, const FunctionDecl &F) {
  if (Out.isSdkFunction(F, Names.VersionQueries))
    for (const Expr *Argument : Call.arguments())
      originate(*Argument, Asked::Version, F.getName());
  if (Out.isSdkFunction(F, Names.CapabilityQueries))
    for (const Expr *Argument : Call.arguments())
      originate(*Argument, Asked::Capability, F.getName());
  if (Out.isSdkFunction(F, Names.AttributeQueries) && Call.getNumArgs() > 1)
    askByAttribute(Call, F);
}

static bool isWritten(const FunctionDecl &F, unsigned Index) {
  if (Index >= F.getNumParams())
    return false;
  QualType T = F.getParamDecl(Index)->getType();
  return (T->isReferenceType() || T->isPointerType()) &&
         !T->getPointeeType().isConstQualified();
}

void AskedValue::pass(const Expr &Argument, const FunctionDecl &F,
                      unsigned Index) {
  ValueNode Parameter = Values.parameterOf(F, Index);
  if (!Parameter)
    return;
  flow(&Argument, Parameter);
  const ValueDecl *Target = isWritten(F, Index) ? writtenBy(Argument) : nullptr;
  if (ValueNode Node = Target ? Values.nodeOf(*Target) : 0) {
    Out.noteFlow(Parameter, Node);
    Out.noteFlow(Node, Parameter);
  }
}

/// A function that asks for an attribute is given one, or a parameter of the
/// function around the call.
void AskedValue::passAttribute(const Expr &Argument, const FunctionDecl &F,
                               unsigned Index) {
  const auto *Ref = dyn_cast<DeclRefExpr>(Argument.IgnoreParenImpCasts());
  const auto *P = Ref ? dyn_cast<ParmVarDecl>(Ref->getDecl()) : nullptr;
  const EnumDecl *Type = P ? P->getType()->getAsEnumDecl() : nullptr;
  const auto *G = Type && Out.ownerOf(Type) == Owner::Sdk
                      ? dyn_cast<FunctionDecl>(P->getDeclContext())
                      : nullptr;
  ValueNode From = G ? Values.answerTo(F, Index) : 0;
  if (ValueNode To = From ? Values.answerTo(*G, P->getFunctionScopeIndex()) : 0)
    Out.noteFlow(From, To);
}

/// `snprintf(b, 8, "%d.%d", major, minor)`, `strcmp(b, "8.0")`,
/// `std::less<int>()(major, 8)`
void AskedValue::callHost(const CallExpr &Call, const FunctionDecl &F) {
  const StringRoles &Roles = platforms().Host.Strings;
  unsigned Count = Call.getNumArgs();
  if (Count > 1 && Roles.Compare.contains(nameOf(F)))
    compare(*Call.getArg(0), *Call.getArg(1), /*IsJudged=*/false);
  if (Count > 1 && Roles.Show.contains(nameOf(F)) && isWritten(F, 0))
    for (ValueNode To : Values.nodesIn(Call.getArg(0)))
      for (unsigned I = F.getNumParams(); I < Count; ++I)
        flow(Call.getArg(I), To);
  if (Count == 3 && isa<CXXOperatorCallExpr>(Call) && isStd(F) &&
      F.getReturnType()->isBooleanType())
    compare(*Call.getArg(1), *Call.getArg(2), /*IsJudged=*/false);
}

void AskedValue::call(const CallExpr &Call) {
  const FunctionDecl *F = Call.getDirectCallee();
  if (!F || Call.isTypeDependent())
    return;
  ask(Call, *F);
  callHost(Call, *F);
  lookUp(Call);
  SmallVector<ValueNode, 2> Answers;
  addAnswers(Call, Answers);
  unsigned First = isa<CXXOperatorCallExpr>(Call) && isa<CXXMethodDecl>(F);
  for (unsigned I = First; I < Call.getNumArgs(); ++I) {
    passAttribute(*Call.getArg(I), *F, I - First);
    if (Answers.empty() || !isWritten(*F, I - First))
      pass(*Call.getArg(I), *F, I - First);
    else
      write(*Call.getArg(I), Answers);
  }
  if (const Expr *Container = containerWrittenBy(Call))
    for (ValueNode To : Values.nodesIn(Container))
      for (unsigned I = First; I < Call.getNumArgs(); ++I)
        flow(Call.getArg(I), To);
}

void AskedValue::construct(const CXXConstructExpr &E) {
  for (unsigned I = 0; I < E.getNumArgs(); ++I)
    if (!E.getArg(I)->isTypeDependent())
      pass(*E.getArg(I), *E.getConstructor(), I);
}

/// `Device{major, minor}`
void AskedValue::initialise(const InitListExpr &List) {
  const auto *Record =
      List.getType().isNull() ? nullptr : List.getType()->getAsRecordDecl();
  if (!Record || Record->isUnion())
    return;
  unsigned I = 0;
  for (const FieldDecl *Field : Record->fields()) {
    if (I == List.getNumInits())
      return;
    flow(List.getInit(I++), Values.nodeOf(*Field));
  }
}

/// `Number` is what the side is compared with. In MUSA's code it may be meant.
void AskedValue::use(const Expr &Side, ArrayRef<ValueNode> Nodes,
                     int64_t Number, bool IsJudged, ValueNode Threshold) {
  auto LevelIf = [&](bool IsMeant) {
    return Out.isMusa() && IsMeant ? Severity::Note : Severity::Warning;
  };
  for (ValueNode Node : Nodes) {
    Out.noteUse(Side.getBeginLoc(), Asked::Version, Node,
                say(msg::VersionTest, ""), LevelIf(true), Threshold);
    if (!IsJudged && mayBeCapability(Number))
      Out.noteUse(Side.getBeginLoc(), Asked::Capability, Node,
                  say(msg::CapabilityKept, "", capabilitiesOfTarget()),
                  LevelIf(isOfTarget(Number)), Threshold);
    // What is compared where it is asked for, WarpContract tells.
    if (Number == sourcePlatform().Warp.Size && hasOtherWarps(Out.targets()) &&
        !Capabilities.askedBy(Side.IgnoreParenImpCasts()))
      Out.noteUse(
          Side.getBeginLoc(), Asked::WarpSize, Node,
          say(msg::HostWarpCompared, "", Number, warpSizesOf(Out.targets())),
          Severity::Warning);
  }
}

/// The nodes of both sides, where the code may spell the number elsewhere.
void AskedValue::compareNodes(const Expr &Side, const Expr &Threshold) {
  SmallVector<ValueNode, 2> Nodes = nodesIn(&Side);
  if (Nodes.empty() || !IsThresholdLikely)
    return;
  for (ValueNode Other : nodesIn(&Threshold))
    if (!is_contained(Nodes, Other))
      use(Side, Nodes, 0, /*IsJudged=*/false, Other);
}

/// `Version{p.major, p.minor} < Version{8, 0}`, by an operator of the
/// project's: what its members are given.
void AskedValue::compareRecords(const Expr &Side, const Expr &Other) {
  const RecordDecl *Record = Side.getType()->getAsRecordDecl();
  if (!Record || Record->isUnion() || Out.ownerOf(Record) != Owner::User)
    return;
  int64_t Number = listedNumber(&Other, *Context);
  if (Number <= 0 || !listsNumbersOnly(&Other, *Context))
    return;
  SmallVector<ValueNode, 4> Nodes;
  for (const FieldDecl *Field : Record->fields())
    if (ValueNode Node = Values.nodeOf(*Field))
      Nodes.push_back(Node);
  use(Side, Nodes, Number, /*IsJudged=*/false);
}

static bool isUnclear(const Expr &E) {
  return E.isTypeDependent() || E.isValueDependent() || E.containsErrors();
}

/// True if the SDK's version macro is what `E` spells: it is reported itself.
static bool spellsSdk(const Expr &E, Recorder &Out) {
  SourceLocation Loc = E.getBeginLoc();
  return Loc.isMacroID() &&
         Out.isInSdk(Out.sourceManager().getSpellingLoc(Loc));
}

void AskedValue::compare(const Expr &Left, const Expr &Right, bool IsJudged) {
  if (isUnclear(Left) || isUnclear(Right))
    return;
  for (auto [Side, Other] :
       {std::pair{&Left, &Right}, std::pair{&Right, &Left}}) {
    compareRecords(*Side, *Other);
    const Expr *Number = meant(Other);
    int64_t Value = comparedNumber(Number, *Context);
    // Zero and less say that there is none, or that nobody has asked yet.
    if (Value > 0 && !spellsSdk(*Other, Out))
      use(*Side, nodesIn(Side), Value, IsJudged);
    else if (!valueOf(Number, *Context) && !valueOf(meant(Side), *Context))
      compareNodes(*Side, *Other);
  }
}

void AskedValue::choose(const SwitchStmt &S) {
  if (!S.getCond() || S.getCond()->isTypeDependent())
    return;
  int64_t Highest = 0;
  for (const SwitchCase *Each = S.getSwitchCaseList(); Each;
       Each = Each->getNextSwitchCase())
    if (const auto *Case = dyn_cast<CaseStmt>(Each);
        Case && !Case->getLHS()->isValueDependent())
      Highest =
          std::max(Highest, valueOf(Case->getLHS(), *Context).value_or(0));
  if (Highest > 0)
    use(*S.getCond(), nodesIn(S.getCond()), Highest, isJudged(*S.getCond()));
}

/// `Cores[p.major]`, `Names.find(sm)`: a table that lists numbers.
void AskedValue::lookUp(const Expr &E) {
  TableLookup L = E.isTypeDependent() ? TableLookup() : lookupBy(E);
  if (!L.Table || isUnclear(*L.Key))
    return;
  SmallVector<ValueNode, 2> Nodes = nodesIn(L.Key);
  if (Nodes.empty() || listedNumber(L.Table, *Context) <= 0)
    return;
  for (ValueNode Node : Nodes)
    Out.noteUse(L.Key->getBeginLoc(), Asked::Capability, Node,
                say(msg::CapabilityLookup, "", capabilitiesOfTarget()),
                Out.isMusa() ? Severity::Note : Severity::Warning);
}

} // namespace

std::unique_ptr<AstConcern> makeAskedValue(Recorder &Out) {
  return std::make_unique<AskedValue>(Out);
}

} // namespace musify
