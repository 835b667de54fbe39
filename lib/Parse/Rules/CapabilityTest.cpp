// `prop.major >= 8` asks for an NVIDIA architecture. MUSA's devices answer with
// numbers of their own (2.1, 2.2, 3.1: vendor documentation), so the same test
// may choose another branch. What is the same for all devices of both sides, as
// `prop.major < 2`, is no finding.
#include "Parse/Recorder.h"
#include "Parse/Rules/All.h"
#include "Parse/Rules/CapabilityReader.h"
#include "Parse/Rules/ValueReader.h"
#include "Parse/Rules/WarpUse.h"
#include "Platform/Platform.h"
#include "clang/ASTMatchers/ASTMatchers.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace llvm;
using namespace clang;
using namespace clang::ast_matchers;

namespace musify {
namespace {

bool isTruth(const BinaryOperator &B) {
  return B.isLogicalOp() || B.isComparisonOp();
}

class CapabilityTest : public AstConcern {
public:
  explicit CapabilityTest(Recorder &Out) : AstConcern(Out), Read(Out) {}
  void addTo(MatchFinder &Finder) override {
    Finder.addMatcher(binaryOperator(hasAnyOperatorName("&&", "||", "<", "<=",
                                                        ">", ">=", "==", "!="))
                          .bind("truth"),
                      this);
    Finder.addMatcher(
        cxxOperatorCallExpr(isComparisonOperator(), argumentCountIs(2))
            .bind("class comparison"),
        this);
    Finder.addMatcher(switchStmt().bind("switch"), this);
    const DeviceNames &Names = sourcePlatform().Device;
    Finder.addMatcher(
        memberExpr(member(hasAnyName(Names.Major, Names.Minor,
                                     sourcePlatform().Warp.SizeField)))
            .bind("field"),
        this);
    Finder.addMatcher(
        implicitCastExpr(hasCastKind(CK_IntegralToBoolean)).bind("bits"), this);
  }
  void run(const MatchFinder::MatchResult &Result) override {
    Context = Result.Context;
    if (const auto *S = Result.Nodes.getNodeAs<SwitchStmt>("switch"))
      return judgeSwitch(*S);
    if (const auto *C =
            Result.Nodes.getNodeAs<CXXOperatorCallExpr>("class comparison"))
      return judgeClasses(*C);
    if (const auto *Field = Result.Nodes.getNodeAs<MemberExpr>("field"))
      return Out.noteCapabilityField(Field->getMemberLoc());
    if (const auto *Cast = Result.Nodes.getNodeAs<ImplicitCastExpr>("bits"))
      return judgeBits(*Cast->getSubExpr());
    const auto *B = Result.Nodes.getNodeAs<BinaryOperator>("truth");
    // What lies inside of another one was judged with it.
    if (Judged.contains(B))
      return;
    if (B->containsErrors())
      judgeUnknown(*B);
    else if (!B->isTypeDependent())
      judge(B);
  }

private:
  void judge(const Expr *E);
  void judgeSwitch(const SwitchStmt &S);
  void judgeClasses(const CXXOperatorCallExpr &C);
  void judgeUnknown(const BinaryOperator &B);
  void tell(SourceLocation Member);
  void mark(const Stmt *S);
  void judgeBits(const Expr &E);
  void judgeWhole(const Expr &E, const MemberExpr &Member);
  /// True if `E` is made of constants and properties of one device.
  bool isWhole(const Expr *E, std::optional<FoldingSetNodeID> &Device);
  int64_t eval(const Expr *E, Capability C);

  SmallPtrSet<const Expr *, 32> Judged;
  CapabilityReader Read;
  const ASTContext *Context = nullptr;
};

bool isEvaluated(BinaryOperatorKind Op) {
  switch (Op) {
  case BO_Add:
  case BO_Sub:
  case BO_Mul:
  case BO_Div:
  case BO_Rem:
  case BO_Shl:
  case BO_Shr:
  case BO_And:
  case BO_Xor:
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
  E = Read.meant(E);
  if (valueOf(E, *Context))
    return true;
  if (const MemberExpr *Member = Read.property(E)) {
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
  E = Read.meant(E);
  if (auto Value = valueOf(E, *Context))
    return *Value;
  if (const MemberExpr *Member = Read.property(E))
    return nameOf(*Member->getMemberDecl()) == sourcePlatform().Device.Major
               ? C.Major
               : C.Minor;
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
  case BO_Div:
    return R ? L / R : 0;
  case BO_Rem:
    return R ? L % R : 0;
  case BO_Shl:
    return R < 0 || R > 31 ? 0 : L << R;
  case BO_Shr:
    return R < 0 || R > 31 ? 0 : L >> R;
  case BO_And:
    return L & R;
  case BO_Xor:
    return L ^ R;
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

/// `1 << p.major & Known`, `p.major - 8`: a number as a condition.
void CapabilityTest::judgeBits(const Expr &E) {
  const auto *B = dyn_cast<BinaryOperator>(E.IgnoreParenImpCasts());
  if (!B || Judged.contains(B) || isTruth(*B) || !isEvaluated(B->getOpcode()) ||
      B->isTypeDependent() || B->containsErrors())
    return;
  const MemberExpr *Member = Read.firstProperty(B);
  std::optional<FoldingSetNodeID> Device;
  if (Member && isWhole(B, Device))
    judgeWhole(*B, *Member);
  else if (Member)
    tell(Member->getMemberLoc());
  if (Member)
    mark(B);
}

void CapabilityTest::judgeWhole(const Expr &B, const MemberExpr &Member) {
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
  Out.observe(
      Member.getMemberLoc(),
      say(msg::CapabilityTest, capabilitiesOfTarget()).add(std::move(Verdict)),
      TellsMusaApart ? Severity::Note : Severity::Warning);
}

void CapabilityTest::tell(SourceLocation Member) {
  Out.observe(Member, say(msg::CapabilityTest, capabilitiesOfTarget()),
              Out.isMusa() ? Severity::Note : Severity::Warning);
}

void CapabilityTest::judgeSwitch(const SwitchStmt &S) {
  if (const MemberExpr *Member = Read.firstProperty(S.getCond()))
    tell(Member->getMemberLoc());
}

/// True if a number above zero is compared in `S`, which a device may have.
static bool comparesNumber(const Stmt *S, const ASTContext &Context) {
  const auto *B = dyn_cast_or_null<BinaryOperator>(S);
  auto IsAnswer = [&](const Expr *E) {
    int64_t Number = valueOf(E, Context).value_or(0);
    return Number > 0 && mayBeCapability(Number);
  };
  if (B && B->isComparisonOp() &&
      (IsAnswer(B->getLHS()) || IsAnswer(B->getRHS())))
    return true;
  return S && llvm::any_of(S->children(), [&](const Stmt *Child) {
           return comparesNumber(Child, Context);
         });
}

/// True if a property is compared with a name that nothing declares, as a macro
/// of another branch.
static bool comparesUnknown(const Stmt *S, CapabilityReader &Read) {
  const auto *B = dyn_cast_or_null<BinaryOperator>(S);
  auto IsName = [](const Expr *E) {
    E = E->IgnoreParenImpCasts();
    return isa<RecoveryExpr>(E) && E->children().empty();
  };
  if (B && B->isComparisonOp() &&
      ((IsName(B->getRHS()) && Read.firstProperty(B->getLHS())) ||
       (IsName(B->getLHS()) && Read.firstProperty(B->getRHS()))))
    return true;
  return S && llvm::any_of(S->children(), [&](const Stmt *Child) {
           return comparesUnknown(Child, Read);
         });
}

/// One finding for the whole condition, of which Clang does not know a part.
void CapabilityTest::judgeUnknown(const BinaryOperator &B) {
  SourceLocation Place;
  if (const auto *Member = Read.unknownProperty(&B, *Context))
    Place = Member->getMemberLoc();
  else if (const MemberExpr *Known = Read.firstProperty(&B))
    Place = Known->getMemberLoc();
  if (Place.isInvalid() ||
      !(comparesNumber(&B, *Context) || comparesUnknown(&B, Read)))
    return;
  tell(Place);
  mark(&B);
}

/// `std::make_pair(p.major, p.minor) >= std::make_pair(8, 0)`
void CapabilityTest::judgeClasses(const CXXOperatorCallExpr &C) {
  const MemberExpr *Member =
      C.isTypeDependent() ? nullptr : Read.firstProperty(&C);
  if (Member && (comparedNumber(C.getArg(0), *Context) > 0 ||
                 comparedNumber(C.getArg(1), *Context) > 0))
    tell(Member->getMemberLoc());
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
  const MemberExpr *Member = Read.firstProperty(B);
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
              valueOf(B->getRHS(), *Context) ||
              comparedNumber(B->getLHS(), *Context) > 0 ||
              comparedNumber(B->getRHS(), *Context) > 0)) {
    tell(Member->getMemberLoc());
  }
}

} // namespace

std::unique_ptr<AstConcern> makeCapabilityTest(Recorder &Out) {
  return std::make_unique<CapabilityTest>(Out);
}

} // namespace musify
