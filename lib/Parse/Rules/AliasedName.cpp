// Names of the SDK's namespaces that the lexer cannot read: `cg::reduce` behind
// `namespace cg = cooperative_groups`, `reduce` behind a using-directive. Here
// the declaration tells which entry it is; of those that stay as they are,
// the rule reports what MUSA lacks.
#include "Parse/Recorder.h"
#include "Parse/Rules/All.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/ASTMatchers/ASTMatchers.h"

using namespace llvm;
using namespace clang;
using namespace clang::ast_matchers;

namespace musify {
namespace {

/// `A::B::name`; inline namespaces and those of reserved names, such as the
/// `__v1` of a version, are left out, as code does.
std::string qualifiedName(const NamedDecl &D) {
  std::string Name = nameOf(D).str();
  for (const DeclContext *C = D.getDeclContext(); !C->isTranslationUnit();
       C = C->getParent()) {
    const auto *Space = dyn_cast<NamespaceDecl>(C);
    if (Space && (Space->isInline() || nameOf(*Space).starts_with("__")))
      continue;
    if (const auto *Scope = dyn_cast<NamedDecl>(C))
      Name = (nameOf(*Scope) + "::" + Name).str();
  }
  return Name;
}

std::string spelled(NestedNameSpecifierLoc Qualifier, StringRef Name,
                    const ASTContext &Context) {
  std::string Text;
  raw_string_ostream OS(Text);
  if (Qualifier)
    Qualifier.getNestedNameSpecifier().print(OS, Context.getPrintingPolicy());
  OS << Name;
  return StringRef(Text).ltrim(':').str();
}

class AliasedName : public AstConcern {
public:
  using AstConcern::AstConcern;
  void addTo(MatchFinder &Finder) override {
    Finder.addMatcher(declRefExpr().bind("reference"), this);
    Finder.addMatcher(unresolvedLookupExpr().bind("set"), this);
    Finder.addMatcher(typeLoc().bind("type"), this);
  }
  void run(const MatchFinder::MatchResult &Result) override {
    const ASTContext &Context = *Result.Context;
    if (const auto *E = Result.Nodes.getNodeAs<DeclRefExpr>("reference"))
      return check(E->getLocation(), E->getDecl(), E->getQualifierLoc(),
                   Context);
    if (const auto *Set = Result.Nodes.getNodeAs<UnresolvedLookupExpr>("set")) {
      if (Set->getNumDecls())
        check(Set->getNameLoc(), (*Set->decls_begin())->getUnderlyingDecl(),
              Set->getQualifierLoc(), Context);
      return;
    }
    checkType(Result.Nodes.getNodeAs<TypeLoc>("type")->getUnqualifiedLoc(),
              Context);
  }

private:
  void checkType(TypeLoc Loc, const ASTContext &Context) {
    if (auto T = Loc.getAs<TagTypeLoc>())
      check(T.getNameLoc(), T.getDecl(), T.getQualifierLoc(), Context);
    else if (auto T = Loc.getAs<TemplateSpecializationTypeLoc>())
      check(T.getTemplateNameLoc(),
            T.getTypePtr()->getTemplateName().getAsTemplateDecl(),
            T.getQualifierLoc(), Context);
  }

  void check(SourceLocation Loc, const NamedDecl *D,
             NestedNameSpecifierLoc Qualifier, const ASTContext &Context) {
    if (!D || !Out.mayHaveEntry(nameOf(*D)) || Out.ownerOf(D) != Owner::Sdk)
      return;
    std::string Name = qualifiedName(*D);
    auto E = Out.entryOf(Name);
    if (!E || E->renames() || !StringRef(Name).contains("::") ||
        spelled(Qualifier, nameOf(*D), Context) == Name)
      return;
    Message What = E->S == Status::Unsupported ? say(msg::UnsupportedName, Name)
                                               : say(msg::UnverifiedSame, Name);
    if (!E->Note.empty())
      What.add(say(msg::Note, E->Note));
    if (E->S == Status::Unsupported || E->S == Status::Unverified)
      Out.observe(Loc, std::move(What));
  }
};

} // namespace

std::unique_ptr<AstConcern> makeAliasedName(Recorder &Out) {
  return std::make_unique<AliasedName>(Out);
}

} // namespace musify
