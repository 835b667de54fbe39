// A function of CUDA's name that the project defines takes the calls of every
// program that it is linked or preloaded into. On MUSA the calls go to other
// names.
#include "Parse/Recorder.h"
#include "Parse/Rules/All.h"
#include "Scan/CudaNames.h"
#include "clang/AST/Decl.h"
#include "clang/ASTMatchers/ASTMatchers.h"

using namespace llvm;
using namespace clang;
using namespace clang::ast_matchers;

namespace musify {

// Only a symbol without a mangled name can stand in for a C function.
bool isInterposer(const FunctionDecl &F, const Recorder &Out) {
  if (!F.isThisDeclarationADefinition() || !F.getDeclName().isIdentifier() ||
      !F.hasExternalFormalLinkage() || !F.isExternC() || F.isInlineSpecified())
    return false;
  auto E = Out.entryOf(nameOf(F));
  return E && E->K == Kind::Function && E->To != E->From;
}

namespace {

class Interposer : public AstConcern {
public:
  using AstConcern::AstConcern;
  void addTo(MatchFinder &Finder) override {
    Finder.addMatcher(functionDecl(isDefinition()).bind("f"), this);
  }
  void run(const MatchFinder::MatchResult &Result) override {
    const auto *F = Result.Nodes.getNodeAs<FunctionDecl>("f");
    if (!isInterposer(*F, Out))
      return;
    auto E = Out.entryOf(nameOf(*F));
    StringRef Target = targetSide(Out.direction());
    Message What =
        say(msg::Interposer, F->getName(), sourceSide(Out.direction()));
    if (E->To.empty())
      What.add(say(msg::InterposerNoTarget, Target));
    else if (Out.ownerOf(F) == Owner::Sdk)
      What.add(say(msg::InterposerRenamed, E->To, Target));
    else
      What.add(say(msg::InterposerKept, E->To, Target));
    Out.observe(F->getLocation(), std::move(What));
  }
};

} // namespace

std::unique_ptr<AstConcern> makeInterposer(Recorder &Out) {
  return std::make_unique<Interposer>(Out);
}

} // namespace musify
