// `prop.major >= 8` asks for an NVIDIA architecture. MUSA's devices answer with
// numbers of their own (2.1, 2.2, 3.1: vendor documentation), so the same test
// may choose another branch. What is the same for all devices of both sides, as
// `prop.major < 2`, is no finding.
#include "Parse/Recorder.h"
#include "Parse/Rules/All.h"
#include "Parse/Rules/WarpUse.h"
#include "Platform/Platform.h"
#include "clang/ASTMatchers/ASTMatchers.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace llvm;
using namespace clang;
using namespace clang::ast_matchers;

namespace musify {
namespace {

/// "2.1, 2.2, 3.1": what the devices answer that one can have.
std::string answers() {
  std::vector<std::string> All;
  for (const Architecture *A : targetPlatform().current())
    All.push_back(std::to_string(A->Answers.Major) + "." +
                  std::to_string(A->Answers.Minor));
  return llvm::join(All, ", ");
}

bool isTruth(const BinaryOperator &B) {
  return B.isLogicalOp() || B.isComparisonOp();
}

class CapabilityTest : public AstConcern {
public:
  using AstConcern::AstConcern;
  void addTo(MatchFinder &Finder) override {
    Finder.addMatcher(binaryOperator(hasAnyOperatorName("&&", "||", "<", "<=",
                                                        ">", ">=", "==", "!="))
                          .bind("truth"),
                      this);
  }
  void run(const MatchFinder::MatchResult &Result) override {
    const auto *B = Result.Nodes.getNodeAs<BinaryOperator>("truth");
    // What lies inside of another one was judged with it.
    if (Judged.contains(B) || B->isTypeDependent())
      return;
    Context = Result.Context;
    judge(B);
  }

private:
  void judge(const Expr *E);
  void mark(const Stmt *S);
  void judgeWhole(const BinaryOperator &B, const MemberExpr &Member);
  /// The property `major` or `minor` that `E` reads; null if it is none.
  const MemberExpr *property(const Expr *E);
  const MemberExpr *firstProperty(const Stmt *S);
  /// True if `E` is made of constants and properties of one device.
  bool isWhole(const Expr *E, std::optional<FoldingSetNodeID> &Device);
  int64_t eval(const Expr *E, Capability C);
  /// `E`, or what a local variable that never changes was given.
  const Expr *meant(const Expr *E);
  const Expr *initOf(const VarDecl &V);

  const DeviceNames &Names = sourcePlatform().Device;
  SmallPtrSet<const Expr *, 32> Judged;
  DenseMap<const VarDecl *, const Expr *> Inits; ///< null: it may change
  const ASTContext *Context = nullptr;
};

const MemberExpr *CapabilityTest::property(const Expr *E) {
  const auto *Member = dyn_cast<MemberExpr>(E);
  const auto *Field =
      Member ? dyn_cast<FieldDecl>(Member->getMemberDecl()) : nullptr;
  if (!Field || !Field->getDeclName().isIdentifier() ||
      (Field->getName() != Names.Major && Field->getName() != Names.Minor) ||
      Field->getParent()->getName() != Out.nameHere(Names.Properties) ||
      Out.ownerOf(Field) != Owner::Sdk)
    return nullptr;
  return Member;
}

/// True if something in `S` may give the variable another value.
bool mayChange(const Stmt *S, const VarDecl &V) {
  auto IsVariable = [&](const Expr *E) {
    const auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts());
    return Ref && Ref->getDecl() == &V;
  };
  if (const auto *B = dyn_cast_or_null<BinaryOperator>(S);
      B && B->isAssignmentOp() && IsVariable(B->getLHS()))
    return true;
  if (const auto *U = dyn_cast_or_null<UnaryOperator>(S);
      U && (U->isIncrementDecrementOp() || U->getOpcode() == UO_AddrOf) &&
      IsVariable(U->getSubExpr()))
    return true;
  return S && llvm::any_of(S->children(), [&](const Stmt *Child) {
           return mayChange(Child, V);
         });
}

const Expr *CapabilityTest::initOf(const VarDecl &V) {
  auto [It, IsNew] = Inits.try_emplace(&V, nullptr);
  if (!IsNew || !V.isLocalVarDecl() || !V.hasInit() ||
      !V.getType()->isIntegralOrEnumerationType())
    return It->second;
  const auto *F = dyn_cast<FunctionDecl>(V.getDeclContext());
  bool Stays = V.getType().isConstQualified() ||
               (F && F->hasBody() && !mayChange(F->getBody(), V));
  return Inits[&V] = Stays ? V.getInit() : nullptr;
}

const Expr *CapabilityTest::meant(const Expr *E) {
  E = E->IgnoreParenCasts();
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
  const auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  const Expr *Init = V ? initOf(*V) : nullptr;
  return Init ? meant(Init) : E;
}

const MemberExpr *CapabilityTest::firstProperty(const Stmt *S) {
  const auto *E = dyn_cast_or_null<Expr>(S);
  if (const Expr *Meant = E ? meant(E) : nullptr; Meant && Meant != S)
    E = Meant, S = Meant;
  if (const MemberExpr *Member = E ? property(E) : nullptr)
    return Member;
  if (S)
    for (const Stmt *Child : S->children())
      if (const MemberExpr *Member = firstProperty(Child))
        return Member;
  return nullptr;
}

bool isEvaluated(BinaryOperatorKind Op) {
  switch (Op) {
  case BO_Add:
  case BO_Sub:
  case BO_Mul:
  case BO_Shl:
  case BO_Or:
  case BO_LAnd:
  case BO_LOr:
  case BO_LT:
  case BO_LE:
  case BO_GT:
  case BO_GE:
  case BO_EQ:
  case BO_NE:
    return true;
  default:
    return false;
  }
}

/// The same whenever it is asked: `prop`, `props[i]`, `this->prop`, `*p`.
bool isStable(const Expr *E) {
  E = E->IgnoreParenImpCasts();
  if (isa<DeclRefExpr>(E) || isa<CXXThisExpr>(E) || isa<IntegerLiteral>(E))
    return true;
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return isStable(Member->getBase());
  if (const auto *Element = dyn_cast<ArraySubscriptExpr>(E))
    return isStable(Element->getBase()) && isStable(Element->getIdx());
  if (const auto *Pointer = dyn_cast<UnaryOperator>(E))
    return Pointer->getOpcode() == UO_Deref && isStable(Pointer->getSubExpr());
  const auto *Call = dyn_cast<CXXOperatorCallExpr>(E);
  return Call &&
         (Call->getOperator() == OO_Subscript ||
          Call->getOperator() == OO_Arrow || Call->getOperator() == OO_Star) &&
         llvm::all_of(Call->arguments(), isStable);
}

bool CapabilityTest::isWhole(const Expr *E,
                             std::optional<FoldingSetNodeID> &Device) {
  E = meant(E);
  if (valueOf(E, *Context))
    return true;
  if (const MemberExpr *Member = property(E)) {
    if (!isStable(Member->getBase()))
      return false;
    FoldingSetNodeID Id;
    Member->getBase()->Profile(Id, *Context, /*Canonical=*/true);
    if (!Device)
      Device = Id;
    return *Device == Id;
  }
  if (const auto *Not = dyn_cast<UnaryOperator>(E))
    return Not->getOpcode() == UO_LNot && isWhole(Not->getSubExpr(), Device);
  const auto *B = dyn_cast<BinaryOperator>(E);
  return B && isEvaluated(B->getOpcode()) && isWhole(B->getLHS(), Device) &&
         isWhole(B->getRHS(), Device);
}

/// Of what `isWhole` let pass.
int64_t CapabilityTest::eval(const Expr *E, Capability C) {
  E = meant(E);
  if (auto Value = valueOf(E, *Context))
    return *Value;
  if (const MemberExpr *Member = property(E))
    return nameOf(*Member->getMemberDecl()) == Names.Major ? C.Major : C.Minor;
  if (const auto *Not = dyn_cast<UnaryOperator>(E))
    return !eval(Not->getSubExpr(), C);
  const auto *B = cast<BinaryOperator>(E);
  int64_t L = eval(B->getLHS(), C), R = eval(B->getRHS(), C);
  switch (B->getOpcode()) {
  case BO_Add:
    return L + R;
  case BO_Sub:
    return L - R;
  case BO_Mul:
    return L * R;
  case BO_Shl:
    return R < 0 || R > 31 ? 0 : L << R;
  case BO_Or:
    return L | R;
  case BO_LAnd:
    return L && R;
  case BO_LOr:
    return L || R;
  case BO_LT:
    return L < R;
  case BO_LE:
    return L <= R;
  case BO_GT:
    return L > R;
  case BO_GE:
    return L >= R;
  case BO_EQ:
    return L == R;
  default:
    return L != R;
  }
}

void CapabilityTest::judgeWhole(const BinaryOperator &B,
                                const MemberExpr &Member) {
  std::vector<std::string> True, False;
  auto Judge = [&](const Architecture &A) {
    (eval(&B, A.Answers) ? True : False).push_back(A.Name);
  };
  if (Out.targets().empty())
    llvm::for_each(targetPlatform().Architectures, Judge);
  else
    for (const Architecture *A : Out.targets())
      Judge(*A);
  ArrayRef<Capability> Cudas = sourcePlatform().Capabilities;
  size_t OnCuda =
      llvm::count_if(Cudas, [&](Capability C) { return eval(&B, C); });
  if ((OnCuda == Cudas.size() && False.empty()) || (!OnCuda && True.empty()))
    return;
  // In MUSA's code it may be meant so.
  auto IsTrue = [&](const Architecture &A) { return eval(&B, A.Answers) != 0; };
  size_t OnMusa = llvm::count_if(targetPlatform().Architectures, IsTrue);
  bool TellsMusaApart =
      Out.isMusa() && OnMusa && OnMusa < targetPlatform().Architectures.size();
  Message Verdict = False.empty() ? say(msg::AlwaysTrue)
                    : True.empty()
                        ? say(msg::AlwaysFalse)
                        : say(msg::TrueAndFalseOn, listOf(True), listOf(False));
  Out.observe(Member.getMemberLoc(),
              say(msg::CapabilityTest, answers()).add(std::move(Verdict)),
              TellsMusaApart ? Severity::Note : Severity::Warning);
}

void CapabilityTest::mark(const Stmt *S) {
  if (const auto *B = dyn_cast_or_null<BinaryOperator>(S))
    Judged.insert(B);
  if (S)
    for (const Stmt *Child : S->children())
      mark(Child);
}

void CapabilityTest::judge(const Expr *E) {
  E = E->IgnoreParenImpCasts();
  if (const auto *Not = dyn_cast<UnaryOperator>(E))
    return Not->getOpcode() == UO_LNot ? judge(Not->getSubExpr()) : void();
  const auto *B = dyn_cast<BinaryOperator>(E);
  if (!B || !isTruth(*B))
    return;
  Judged.insert(B);
  std::optional<FoldingSetNodeID> Device;
  const MemberExpr *Member = firstProperty(B);
  bool Whole = Member && isWhole(B, Device);
  if (Whole)
    judgeWhole(*B, *Member);
  if (B->isLogicalOp()) {
    if (Whole) // only marks what lies inside
      return mark(B);
    judge(B->getLHS());
    judge(B->getRHS());
  } else if (Member && !Whole &&
             (valueOf(B->getLHS(), *Context) ||
              valueOf(B->getRHS(), *Context))) {
    Out.observe(Member->getMemberLoc(), say(msg::CapabilityTest, answers()),
                Out.isMusa() ? Severity::Note : Severity::Warning);
  }
}

} // namespace

std::unique_ptr<AstConcern> makeCapabilityTest(Recorder &Out) {
  return std::make_unique<CapabilityTest>(Out);
}

} // namespace musify
