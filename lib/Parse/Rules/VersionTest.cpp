// `cudaDriverGetVersion(&v); if (v >= 12000)` asks for a version of CUDA's
// driver. MUSA's function answers with a version of MUSA's.
#include "Parse/Recorder.h"
#include "Parse/Rules/All.h"
#include "Parse/Rules/WarpUse.h"
#include "Platform/Platform.h"
#include "clang/ASTMatchers/ASTMatchers.h"
#include "llvm/ADT/DenseMap.h"

using namespace llvm;
using namespace clang;
using namespace clang::ast_matchers;

namespace musify {
namespace {

/// The variable or member whose address is given.
const ValueDecl *pointedTo(const Expr &Arg) {
  const auto *Address = dyn_cast<UnaryOperator>(Arg.IgnoreParenCasts());
  if (!Address || Address->getOpcode() != UO_AddrOf)
    return nullptr;
  const Expr *Place = Address->getSubExpr()->IgnoreParens();
  if (const auto *Ref = dyn_cast<DeclRefExpr>(Place))
    return Ref->getDecl();
  const auto *Member = dyn_cast<MemberExpr>(Place);
  return Member ? Member->getMemberDecl() : nullptr;
}

class VersionTest : public AstConcern {
public:
  using AstConcern::AstConcern;
  void addTo(MatchFinder &Finder) override {
    Finder.addMatcher(
        callExpr(callee(functionDecl().bind("query"))).bind("call"), this);
    Finder.addMatcher(
        binaryOperator(hasAnyOperatorName("<", "<=", ">", ">=", "==", "!="))
            .bind("comparison"),
        this);
  }
  void run(const MatchFinder::MatchResult &Result) override;

private:
  void compare(const BinaryOperator &B, const ASTContext &Context);
  /// The query whose answer `E` holds, with arithmetic on it; empty: none.
  StringRef queryIn(const Expr *E) const;

  DenseMap<const ValueDecl *, StringRef> Answers;
};

StringRef VersionTest::queryIn(const Expr *E) const {
  E = E->IgnoreParenCasts();
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    return Answers.lookup(Ref->getDecl());
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return Answers.lookup(Member->getMemberDecl());
  const auto *B = dyn_cast<BinaryOperator>(E);
  return B && B->isMultiplicativeOp() ? queryIn(B->getLHS()) : StringRef();
}

void VersionTest::compare(const BinaryOperator &B, const ASTContext &Context) {
  for (auto [Side, Other] :
       {std::pair{B.getLHS(), B.getRHS()}, std::pair{B.getRHS(), B.getLHS()}}) {
    StringRef Query = queryIn(Side);
    auto Number = valueOf(Other, Context);
    // Zero says that there is no driver.
    if (!Query.empty() && Number && *Number > 0)
      Out.observe(Side->getBeginLoc(), say(msg::VersionTest, Query),
                  Out.isMusa() ? Severity::Note : Severity::Warning);
  }
}

void VersionTest::run(const MatchFinder::MatchResult &Result) {
  const auto &Nodes = Result.Nodes;
  if (const auto *B = Nodes.getNodeAs<BinaryOperator>("comparison")) {
    if (!B->isTypeDependent() && !B->isValueDependent())
      compare(*B, *Result.Context);
    return;
  }
  const auto *F = Nodes.getNodeAs<FunctionDecl>("query");
  if (!Out.isSdkFunction(*F, sourcePlatform().Device.VersionQueries))
    return;
  for (const Expr *Arg : Nodes.getNodeAs<CallExpr>("call")->arguments())
    if (const ValueDecl *Answer = pointedTo(*Arg))
      Answers[Answer] = F->getName();
}

} // namespace

std::unique_ptr<AstConcern> makeVersionTest(Recorder &Out) {
  return std::make_unique<VersionTest>(Out);
}

} // namespace musify
