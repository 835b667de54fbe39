// A function of CUDA's name that the project defines takes the calls of every
// program that it is linked or preloaded into. On MUSA the calls go to other
// names.
#include "Parse/Rules/All.h"
#include "Scan/CudaNames.h"
#include "Parse/Recorder.h"
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
    std::string Message = ("`" + F->getName() + "` is a function of " +
                           sourceSide(Out.direction()) +
                           "'s, and your code defines it in the SDK's place; ")
                              .str();
    std::string Target = targetSide(Out.direction()).str();
    if (E->To.empty())
      Message += "nothing of " + Target + "'s is known to take its calls";
    else if (Out.ownerOf(F) == Owner::Sdk)
      Message += ("a port makes it `" + E->To +
                  "`, with the strings that `dlsym` finds it by; see that " +
                  Target + "'s library has this symbol with these parameters")
                     .str();
    else
      Message +=
          ("the SDK's declaration is not seen or differs, so it keeps its "
           "name, and programs call `" +
           E->To + "` on " + Target)
              .str();
    Out.tell(F->getLocation(), "interposer", Severity::Warning,
             std::move(Message));
  }
};

} // namespace

std::unique_ptr<AstConcern> makeInterposer(Recorder &Out) {
  return std::make_unique<Interposer>(Out);
}

} // namespace musify
