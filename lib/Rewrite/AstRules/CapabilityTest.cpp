// `prop.major >= 8` asks for an NVIDIA architecture. MUSA's devices answer with
// numbers of their own (2.1, 2.2, 3.1: vendor documentation), so the same test
// chooses another branch.
#include "Rewrite/AstRules/All.h"
#include "Rewrite/Recorder.h"
#include "clang/ASTMatchers/ASTMatchers.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace musify {
namespace {

class CapabilityTest : public AstConcern {
public:
  using AstConcern::AstConcern;
  void addTo(MatchFinder &Finder) override {
    auto Capability =
        memberExpr(member(fieldDecl(
                       hasAnyName("major", "minor"),
                       hasDeclContext(recordDecl(hasName("cudaDeviceProp"))))))
            .bind("member");
    // `prop.major * 10 + prop.minor >= 75` too.
    auto Holds =
        anyOf(ignoringParenImpCasts(Capability),
              ignoringParenImpCasts(binaryOperator(hasDescendant(Capability))));
    Finder.addMatcher(
        binaryOperator(
            isComparisonOperator(), hasEitherOperand(Holds),
            hasEitherOperand(ignoringParenImpCasts(integerLiteral()))),
        this);
  }
  void run(const MatchFinder::MatchResult &Result) override {
    const auto *Member = Result.Nodes.getNodeAs<MemberExpr>("member");
    if (Out.ownerOf(Member->getMemberDecl()) == Owner::Sdk)
      Out.tell(Member->getMemberLoc(), "capability-test", Severity::Warning,
               "this compares the compute capability of an NVIDIA device with "
               "a number; MUSA's devices count differently (2.1, 2.2, 3.1)");
  }
};

} // namespace

std::unique_ptr<AstConcern> makeCapabilityTest(Recorder &Out) {
  return std::make_unique<CapabilityTest>(Out);
}

} // namespace musify
