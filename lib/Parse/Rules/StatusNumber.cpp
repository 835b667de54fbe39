// Error codes keep their names on MUSA, not their numbers: 0 alone is success
// everywhere. A number in the code is not renamed.
#include "Parse/Recorder.h"
#include "Parse/Rules/All.h"
#include "clang/ASTMatchers/ASTMatchers.h"

using namespace llvm;
using namespace clang;
using namespace clang::ast_matchers;

namespace musify {
namespace {

class StatusNumber : public AstConcern {
public:
  using AstConcern::AstConcern;
  void addTo(MatchFinder &Finder) override {
    auto Number = expr(ignoringParenImpCasts(anyOf(
        integerLiteral(unless(equals(0))).bind("number"),
        unaryOperator(hasOperatorName("-"),
                      hasUnaryOperand(integerLiteral().bind("number"))))));
    auto Enumerated = expr(
        hasType(hasCanonicalType(hasDeclaration(enumDecl().bind("enum")))));
    Finder.addMatcher(
        binaryOperator(isComparisonOperator(),
                       hasOperands(Number, ignoringParenImpCasts(Enumerated))),
        this);
    Finder.addMatcher(
        explicitCastExpr(hasDestinationType(hasCanonicalType(
                             hasDeclaration(enumDecl().bind("enum")))),
                         hasSourceExpression(Number)),
        this);
    Finder.addMatcher(
        caseStmt(hasCaseConstant(expr(hasDescendant(
                     integerLiteral(unless(equals(0))).bind("number")))),
                 hasAncestor(switchStmt(
                     hasCondition(ignoringParenImpCasts(Enumerated))))),
        this);
  }
  void run(const MatchFinder::MatchResult &Result) override {
    const auto *Enum = Result.Nodes.getNodeAs<EnumDecl>("enum");
    const auto *Number = Result.Nodes.getNodeAs<IntegerLiteral>("number");
    std::string Name = nameOf(*Enum);
    StringRef N = Name;
    bool IsStatus = N.contains_insensitive("error") ||
                    N.contains_insensitive("status") ||
                    N.contains_insensitive("result");
    if (IsStatus && Out.ownerOf(Enum) == Owner::Sdk)
      Out.observe(Number->getLocation(), say(msg::StatusNumber, Name));
  }

private:
  static std::string nameOf(const EnumDecl &Enum) {
    if (const TypedefNameDecl *Typedef = Enum.getTypedefNameForAnonDecl())
      return Typedef->getNameAsString();
    return Enum.getNameAsString();
  }
};

} // namespace

std::unique_ptr<AstConcern> makeStatusNumber(Recorder &Out) {
  return std::make_unique<StatusNumber>(Out);
}

} // namespace musify
