#include "Parse/Captures.h"
#include "clang/AST/DynamicRecursiveASTVisitor.h"
#include "clang/ASTMatchers/ASTMatchers.h"

using namespace llvm;
using namespace clang;
using namespace clang::ast_matchers;

namespace musify {
namespace {

/// Finds in a body what refers to the SDK by a name without qualifier.
class Body : public DynamicRecursiveASTVisitor {
public:
  Body(const StringSet<> &Names, Recorder &Out) : Names(Names), Out(Out) {}

  bool VisitDeclRefExpr(DeclRefExpr *E) override {
    if (!E->hasQualifier())
      note(E->getLocation(), E->getDecl());
    return true;
  }
  bool VisitTypedefTypeLoc(TypedefTypeLoc T) override {
    if (!T.getQualifierLoc())
      note(T.getNameLoc(), T.getDecl());
    return true;
  }
  bool VisitTagTypeLoc(TagTypeLoc T) override {
    if (!T.getQualifierLoc())
      note(T.getNameLoc(), T.getDecl());
    return true;
  }

private:
  void note(SourceLocation Loc, const NamedDecl *D) {
    auto E = Out.entryOf(nameOf(*D));
    if (E && E->renames() && Names.contains(E->To) &&
        Out.ownerOf(D) == Owner::Sdk)
      Out.noteCaptured(Loc);
  }

  const StringSet<> &Names;
  Recorder &Out;
};

class Captures : public AstConcern {
public:
  using AstConcern::AstConcern;
  void addTo(MatchFinder &Finder) override {
    if (!Out.isMusa())
      Finder.addMatcher(
          functionDecl(isDefinition(), unless(isImplicit())).bind("f"), this);
  }
  void run(const MatchFinder::MatchResult &Result) override {
    const auto *F = Result.Nodes.getNodeAs<FunctionDecl>("f");
    StringSet<> Names;
    for (const DeclContext *Around = F->getDeclContext();
         !Around->isTranslationUnit(); Around = Around->getParent())
      for (const auto &Name : namesIn(*Around))
        Names.insert(Name.getKey());
    if (!Names.empty())
      Body(Names, Out).TraverseDecl(const_cast<FunctionDecl *>(F));
  }

private:
  /// The names that a port writes, among those that a class, with its bases, or
  /// a namespace declares.
  const StringSet<> &namesIn(const DeclContext &Scope) {
    auto [It, IsNew] = Known.try_emplace(Scope.getPrimaryContext());
    if (!IsNew)
      return *It->second;
    It->second = std::make_unique<StringSet<>>();
    StringSet<> &Mine = *It->second; // stays where it is
    if (Scope.isRecord() || Scope.isNamespace())
      for (const DeclContext *Part : partsOf(Scope))
        for (const Decl *D : Part->decls())
          if (const auto *Named = dyn_cast<NamedDecl>(D);
              Named && Out.isWrittenByPort(nameOf(*Named)))
            Mine.insert(nameOf(*Named));
    const auto *Class = dyn_cast<CXXRecordDecl>(&Scope);
    if (!Class || !Class->hasDefinition())
      return Mine;
    for (const CXXBaseSpecifier &Base : Class->bases())
      if (const CXXRecordDecl *Of = Base.getType()->getAsCXXRecordDecl())
        for (const auto &Name : namesIn(*Of))
          Mine.insert(Name.getKey());
    return Mine;
  }

  /// A namespace may be opened several times.
  static std::vector<const DeclContext *> partsOf(const DeclContext &Scope) {
    std::vector<const DeclContext *> Out;
    if (const auto *Space = dyn_cast<NamespaceDecl>(&Scope)) {
      for (const NamespaceDecl *Part : Space->redecls())
        Out.push_back(Part);
      return Out;
    }
    if (const auto *Class = dyn_cast<CXXRecordDecl>(&Scope);
        Class && Class->hasDefinition())
      return {Class->getDefinition()};
    return {&Scope};
  }

  DenseMap<const DeclContext *, std::unique_ptr<StringSet<>>> Known;
};

} // namespace

std::unique_ptr<AstConcern> makeCaptures(Recorder &Out) {
  return std::make_unique<Captures>(Out);
}

} // namespace musify
