// A project's own `musaMalloc` and the one that a port writes would become one.
#include "Parse/Recorder.h"
#include "Parse/Rules/All.h"
#include "Platform/Platform.h"
#include "clang/ASTMatchers/ASTMatchers.h"

using namespace llvm;
using namespace clang;
using namespace clang::ast_matchers;

namespace musify {

void noteIfCaptured(SourceLocation Loc, StringRef Name, Recorder &Out) {
  // Where the names are MUSA's already, no port comes.
  if (!Out.isMusa() && Out.isWrittenByPort(Name))
    Out.observe(Loc, say(msg::CapturedName, Name));
}

namespace {

class CapturedName : public AstConcern {
public:
  using AstConcern::AstConcern;
  void addTo(MatchFinder &Finder) override {
    Finder.addMatcher(
        namedDecl(hasDeclContext(anyOf(translationUnitDecl(), linkageSpecDecl(),
                                       enumDecl(unless(isScoped())))),
                  unless(isImplicit()))
            .bind("d"),
        this);
  }
  void run(const MatchFinder::MatchResult &Result) override {
    const auto *D = Result.Nodes.getNodeAs<NamedDecl>("d");
    bool IsGlobal =
        D->getDeclContext()->getRedeclContext()->isTranslationUnit();
    // A template's pattern is met as well.
    if (IsGlobal && D->getDeclName().isIdentifier() && !D->getName().empty() &&
        !isa<FunctionTemplateDecl>(D) && Out.isWrittenByPort(D->getName()) &&
        Out.ownerOf(D) == Owner::User)
      noteIfCaptured(D->getLocation(), D->getName(), Out);
  }
};

} // namespace

std::unique_ptr<AstConcern> makeCapturedName(Recorder &Out) {
  return std::make_unique<CapturedName>(Out);
}

} // namespace musify
