#include "Parse/HostCalls.h"
#include "Parse/Recorder.h"
#include "clang/AST/DeclCXX.h"
#include "clang/ASTMatchers/ASTMatchers.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace llvm;
using namespace clang;
using namespace clang::ast_matchers;

namespace musify {
namespace {

bool isForDevice(const FunctionDecl &F) {
  return F.hasAttr<CUDADeviceAttr>() || F.hasAttr<CUDAGlobalAttr>();
}

bool isForBoth(const FunctionDecl &F) {
  return F.hasAttr<CUDADeviceAttr>() && F.hasAttr<CUDAHostAttr>();
}

/// What the compiler declares by itself, or evaluates, has no side.
bool isForHostAlone(const FunctionDecl &F) {
  return !isForDevice(F) && !F.getBuiltinID() && !F.isImplicit() &&
         !F.isDefaulted() && !F.isConstexpr();
}

class HostCalls : public AstConcern {
public:
  using AstConcern::AstConcern;

  void addTo(MatchFinder &Finder) override {
    auto Caller = forFunction(functionDecl().bind("caller"));
    auto Callee = functionDecl().bind("callee");
    Finder.addMatcher(declRefExpr(to(Callee), Caller).bind("call"), this);
    Finder.addMatcher(memberExpr(member(Callee), Caller).bind("call"), this);
    Finder.addMatcher(
        cxxConstructExpr(hasDeclaration(Callee), Caller).bind("call"), this);
  }

  void run(const MatchFinder::MatchResult &Result) override {
    const auto *Caller = Result.Nodes.getNodeAs<FunctionDecl>("caller");
    const auto *Callee = Result.Nodes.getNodeAs<FunctionDecl>("callee");
    if (isForDevice(*Caller) && !Caller->isDependentContext())
      Calls[Caller->getCanonicalDecl()].push_back(
          {Callee->getCanonicalDecl(), Result.Nodes.getNodeAs<Expr>("call")});
  }

  void onEndOfTranslationUnit() override {
    if (Out.asksForDevice())
      return; // there is a parse for the device, too
    std::vector<const FunctionDecl *> Left;
    for (const auto &[Caller, Mine] : Calls)
      if (!isForBoth(*Caller))
        Left.push_back(Caller);
    SmallPtrSet<const FunctionDecl *, 16> Reached(Left.begin(), Left.end());
    while (!Left.empty()) {
      const FunctionDecl *Caller = Left.back();
      Left.pop_back();
      auto Mine = Calls.find(Caller);
      if (Mine == Calls.end())
        continue;
      for (const Call &Each : Mine->second) {
        if (isForBoth(*Caller))
          note(Each, *Caller);
        if (isForBoth(*Each.Callee) && Reached.insert(Each.Callee).second)
          Left.push_back(Each.Callee);
      }
    }
  }

private:
  struct Call {
    const FunctionDecl *Callee;
    const Expr *Where;
  };

  void note(const Call &Each, const FunctionDecl &Caller) {
    if (!isForHostAlone(*Each.Callee) ||
        !Out.inputAt(Each.Callee->getLocation()))
      return;
    Out.noteFix(CharSourceRange::getCharRange(Each.Where->getExprLoc()), "",
                say(msg::HostCallOnDevice, Each.Callee->getNameAsString(),
                    Caller.getNameAsString()));
  }

  MapVector<const FunctionDecl *, std::vector<Call>> Calls; ///< by caller
};

} // namespace

std::unique_ptr<AstConcern> makeHostCalls(Recorder &Out) {
  return std::make_unique<HostCalls>(Out);
}

} // namespace musify
