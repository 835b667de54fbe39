// `using namespace cuda`, `namespace c = cuda`: the tables have the names of
// CUDA's C++ library, each with its namespace, and not the namespace alone. A
// port renames the names; this reports that what names it stays.
#include "Parse/Recorder.h"
#include "Parse/Rules/All.h"
#include "Platform/Platform.h"
#include "clang/AST/DeclCXX.h"
#include "clang/ASTMatchers/ASTMatchers.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace musify {
namespace {

class BareNamespace : public AstConcern {
public:
  using AstConcern::AstConcern;
  void addTo(MatchFinder &Finder) override {
    Finder.addMatcher(usingDirectiveDecl().bind("using"), this);
    Finder.addMatcher(namespaceAliasDecl().bind("alias"), this);
  }
  void run(const MatchFinder::MatchResult &Result) override {
    if (const auto *U = Result.Nodes.getNodeAs<UsingDirectiveDecl>("using"))
      return check(U->getIdentLocation(), U->getNominatedNamespaceAsWritten());
    const auto *A = Result.Nodes.getNodeAs<NamespaceAliasDecl>("alias");
    check(A->getTargetNameLoc(), A->getAliasedNamespace());
  }

private:
  void check(SourceLocation Loc, const NamedDecl *D) {
    const auto *Space = llvm::dyn_cast<NamespaceDecl>(D);
    if (Space && Space->getParent()->isTranslationUnit() &&
        nameOf(*Space) == sourcePlatform().NamespaceName &&
        Out.ownerOf(Space) == Owner::Sdk)
      Out.observe(Loc,
                  say(msg::UnknownName, nameOf(*Space), sourcePlatform().Name));
  }
};

} // namespace

std::unique_ptr<AstConcern> makeBareNamespace(Recorder &Out) {
  return std::make_unique<BareNamespace>(Out);
}

} // namespace musify
