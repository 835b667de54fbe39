// `cudaDriverGetVersion(&v); if (v >= 12000)` asks for a version of CUDA's
// driver; MUSA's function answers with a version of MUSA's. Likewise the
// compute capability. The answer is followed through variables, members,
// parameters and results, in all units: this rule records where numbers go, and
// `Facts::followValues` decides. What stands in one expression, or in a local
// constant, CapabilityTest judges by its value.
#include "Parse/Recorder.h"
#include "Parse/Rules/All.h"
#include "Parse/Rules/CapabilityReader.h"
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
  void assign(const BinaryOperator &B);
  void call(const CallExpr &Call);
  void ask(const CallExpr &Call, const FunctionDecl &F);
  void pass(const Expr &Argument, const FunctionDecl &F, unsigned Index);
  void construct(const CXXConstructExpr &E);
  void initialise(const InitListExpr &List);
  void compare(const Expr &B, const Expr &Left, const Expr &Right);
  void choose(const SwitchStmt &S);
  void use(const Expr &Side, int64_t Number, bool IsJudged);
  void originate(const Expr &Argument, Asked What, StringRef By);

  const DeviceNames &Names = sourcePlatform().Device;
  ValueReader Values;
  CapabilityReader Capabilities;
  const ASTContext *Context = nullptr;
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
  Finder.addMatcher(binaryOperator(isComparisonOperator()).bind("comparison"),
                    this);
  Finder.addMatcher(
      cxxOperatorCallExpr(isComparisonOperator(), argumentCountIs(2))
          .bind("class comparison"),
      this);
  Finder.addMatcher(cxxForRangeStmt().bind("range"), this);
  Finder.addMatcher(switchStmt().bind("switch"), this);
}

void AskedValue::run(const MatchFinder::MatchResult &Result) {
  const auto &Nodes = Result.Nodes;
  Context = Result.Context;
  if (const auto *V = Nodes.getNodeAs<VarDecl>("variable"))
    flow(V->getInit(), Values.nodeOf(*V));
  else if (const auto *B = Nodes.getNodeAs<BinaryOperator>("assignment"))
    assign(*B);
  else if (const auto *I = Nodes.getNodeAs<CXXCtorInitializer>("member"))
    flow(I->getInit(), Values.nodeOf(*I->getMember()));
  else if (const auto *D = Nodes.getNodeAs<FieldDecl>("field"))
    flow(D->getInClassInitializer(), Values.nodeOf(*D));
  else if (const auto *R = Nodes.getNodeAs<ReturnStmt>("return"))
    flow(R->getRetValue(),
         Values.resultOf(*Nodes.getNodeAs<FunctionDecl>("function")));
  else if (const auto *C = Nodes.getNodeAs<CallExpr>("call"))
    call(*C);
  else if (const auto *E = Nodes.getNodeAs<CXXConstructExpr>("construction"))
    construct(*E);
  else if (const auto *L = Nodes.getNodeAs<InitListExpr>("list"))
    initialise(*L);
  else if (const auto *B = Nodes.getNodeAs<BinaryOperator>("comparison"))
    compare(*B, *B->getLHS(), *B->getRHS());
  else if (const auto *C =
               Nodes.getNodeAs<CXXOperatorCallExpr>("class comparison"))
    compare(*C, *C->getArg(0), *C->getArg(1));
  else if (const auto *L = Nodes.getNodeAs<CXXForRangeStmt>("range"))
    flow(L->getRangeInit(), Values.nodeOf(*L->getLoopVariable()));
  else if (const auto *S = Nodes.getNodeAs<SwitchStmt>("switch"))
    choose(*S);
}

void AskedValue::flow(const Expr *From, ValueNode To) {
  if (!From || !To)
    return;
  if (From->isTypeDependent()) {
    if (Capabilities.unknownProperty(From, *Context))
      Out.noteOrigin(
          {Asked::Capability, Out.nameHere(Names.Properties).str(), To});
    return;
  }
  for (ValueNode Node : Values.nodesIn(From))
    if (Node != To)
      Out.noteFlow(Node, To);
  for (const Expr *Leaf : leavesOf(From))
    if (auto What = Capabilities.askedBy(Leaf))
      Out.noteOrigin({*What, Out.nameHere(Names.Properties).str(), To});
}

void AskedValue::assign(const BinaryOperator &B) {
  if (B.isTypeDependent())
    return;
  for (ValueNode To : Values.nodesIn(B.getLHS()))
    flow(B.getRHS(), To);
}

/// The call writes what is asked for to what the argument points to.
void AskedValue::originate(const Expr &Argument, Asked What, StringRef By) {
  if (const ValueDecl *Answer = writtenBy(Argument))
    if (ValueNode Node = Values.nodeOf(*Answer))
      Out.noteOrigin({What, By.str(), Node});
}

void AskedValue::ask(const CallExpr &Call, const FunctionDecl &F) {
  if (Out.isSdkFunction(F, Names.VersionQueries))
    for (const Expr *Argument : Call.arguments())
      originate(*Argument, Asked::Version, F.getName());
  if (Out.isSdkFunction(F, Names.CapabilityQueries))
    for (const Expr *Argument : Call.arguments())
      originate(*Argument, Asked::Capability, F.getName());
  if (!Out.isSdkFunction(F, Names.AttributeQueries) || Call.getNumArgs() < 2)
    return;
  const auto *Ref =
      dyn_cast<DeclRefExpr>(Call.getArg(1)->IgnoreParenImpCasts());
  if (!Ref)
    return;
  auto Is = [&](StringRef Name) {
    return nameOf(*Ref->getDecl()) == Out.nameHere(Name);
  };
  if (llvm::any_of(Names.CapabilityAttributes.spellings(), Is))
    originate(*Call.getArg(0), Asked::Capability, F.getName());
  if (llvm::any_of(sourcePlatform().Warp.SizeAttributes, Is))
    originate(*Call.getArg(0), Asked::WarpSize, F.getName());
}

void AskedValue::pass(const Expr &Argument, const FunctionDecl &F,
                      unsigned Index) {
  ValueNode Parameter = Values.parameterOf(F, Index);
  if (!Parameter)
    return;
  flow(&Argument, Parameter);
  QualType T = F.getParamDecl(Index)->getType();
  bool IsWritten = (T->isReferenceType() || T->isPointerType()) &&
                   !T->getPointeeType().isConstQualified();
  const ValueDecl *Target = IsWritten ? writtenBy(Argument) : nullptr;
  if (ValueNode Node = Target ? Values.nodeOf(*Target) : 0) {
    Out.noteFlow(Parameter, Node);
    Out.noteFlow(Node, Parameter);
  }
}

void AskedValue::call(const CallExpr &Call) {
  const FunctionDecl *F = Call.getDirectCallee();
  if (!F || Call.isTypeDependent())
    return;
  ask(Call, *F);
  unsigned First = isa<CXXOperatorCallExpr>(Call) && isa<CXXMethodDecl>(F);
  for (unsigned I = First; I < Call.getNumArgs(); ++I)
    pass(*Call.getArg(I), *F, I - First);
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

/// True if a device of the target may answer so, or with more: as its major
/// part, or as both parts in one number of two or three digits.
bool isOfTarget(int64_t Number) {
  return llvm::any_of(targetPlatform().Architectures, [&](auto &A) {
    auto [Major, Minor] = A.Answers;
    return Number <= (Number < 10    ? Major
                      : Number < 100 ? 10 * Major + Minor
                                     : 100 * Major + 10 * Minor);
  });
}

/// `Number` is what the side is compared with. In MUSA's code it may be meant.
void AskedValue::use(const Expr &Side, int64_t Number, bool IsJudged) {
  auto LevelIf = [&](bool IsMeant) {
    return Out.isMusa() && IsMeant ? Severity::Note : Severity::Warning;
  };
  for (ValueNode Node : Values.nodesIn(&Side)) {
    Out.noteUse(Side.getBeginLoc(), Asked::Version, Node,
                say(msg::VersionTest, ""), LevelIf(true));
    if (!IsJudged)
      Out.noteUse(Side.getBeginLoc(), Asked::Capability, Node,
                  say(msg::CapabilityKept, "", capabilitiesOfTarget()),
                  LevelIf(isOfTarget(Number)));
  }
}

void AskedValue::compare(const Expr &B, const Expr &Left, const Expr &Right) {
  if (B.isTypeDependent() || B.isValueDependent())
    return;
  bool IsJudged = Capabilities.firstProperty(&B) != nullptr;
  for (auto [Side, Other] :
       {std::pair{&Left, &Right}, std::pair{&Right, &Left}})
    // Zero and less say that there is none, or that nobody has asked yet.
    if (int64_t Number = comparedNumber(Other, *Context); Number > 0)
      use(*Side, Number, IsJudged);
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
  bool IsJudged = Capabilities.firstProperty(S.getCond()) != nullptr;
  if (Highest > 0)
    use(*S.getCond(), Highest, IsJudged);
}

} // namespace

std::unique_ptr<AstConcern> makeAskedValue(Recorder &Out) {
  return std::make_unique<AskedValue>(Out);
}

} // namespace musify
