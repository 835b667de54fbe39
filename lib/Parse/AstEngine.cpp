#include "Parse/AstEngine.h"
#include "Parse/Captures.h"
#include "Parse/Dialect.h"
#include "Parse/HostCalls.h"
#include "Parse/Meanings.h"
#include "Parse/Recorder.h"
#include "Parse/Rules/All.h"
#include "clang/ASTMatchers/ASTMatchers.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace musify {
namespace {

// Nodes that ASTMatchers has no matcher for.
const internal::VariadicDynCastAllOfMatcher<Stmt, OffsetOfExpr> offsetOfExpr;
const internal::VariadicDynCastAllOfMatcher<Stmt, SizeOfPackExpr>
    sizeOfPackExpr;

/// Declarations, the user's own first of all: they bind the lexer.
class Declarations : public AstConcern {
public:
  using AstConcern::AstConcern;
  void addTo(MatchFinder &Finder) override {
    Finder.addMatcher(namedDecl().bind("d"), this);
  }
  void run(const MatchFinder::MatchResult &Result) override {
    const auto *D = Result.Nodes.getNodeAs<NamedDecl>("d");
    if (D->isImplicit() || isa<UsingDirectiveDecl>(D))
      return;
    if (const NamedDecl *Class = namesClass(D))
      return Out.noteReference(D->getLocation(), Class);
    if (isa<NamespaceDecl>(D))
      Out.noteNamespace(D->getLocation(), D);
    Out.noteReference(D->getLocation(), D);
    Out.noteDeclaration(D);
    if (const auto *F = dyn_cast<FunctionDecl>(D))
      Out.noteDeclarator(F);
  }

private:
  // Constructors and deduction guides are spelled as their class.
  static const NamedDecl *namesClass(const NamedDecl *D) {
    if (const auto *Template = dyn_cast<FunctionTemplateDecl>(D))
      D = Template->getTemplatedDecl();
    if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(D))
      return Constructor->getParent();
    if (const auto *Guide = dyn_cast<CXXDeductionGuideDecl>(D))
      return Guide->getDeducedTemplate();
    return nullptr;
  }
};

/// `~Name` spells the class once more.
class Destructors : public AstConcern {
public:
  using AstConcern::AstConcern;
  void addTo(MatchFinder &Finder) override {
    Finder.addMatcher(cxxDestructorDecl(unless(isImplicit())).bind("d"), this);
  }
  void run(const MatchFinder::MatchResult &Result) override {
    const auto *D = Result.Nodes.getNodeAs<CXXDestructorDecl>("d");
    if (const TypeSourceInfo *Name = D->getNameInfo().getNamedTypeInfo())
      Out.noteReference(Name->getTypeLoc().getEndLoc(), D->getParent());
  }
};

/// Functions, variables and enumerators in expressions.
class References : public AstConcern {
public:
  using AstConcern::AstConcern;
  void addTo(MatchFinder &Finder) override {
    Finder.addMatcher(declRefExpr().bind("e"), this);
    Finder.addMatcher(sizeOfPackExpr().bind("p"), this);
  }
  void run(const MatchFinder::MatchResult &Result) override {
    if (const auto *Pack = Result.Nodes.getNodeAs<SizeOfPackExpr>("p"))
      return Out.noteReference(Pack->getPackLoc(), Pack->getPack());
    const auto *E = Result.Nodes.getNodeAs<DeclRefExpr>("e");
    Out.noteReference(E->getLocation(), E->getFoundDecl());
  }
};

/// Members: of the user's classes, or of structs of the SDK.
class Members : public AstConcern {
public:
  using AstConcern::AstConcern;
  void addTo(MatchFinder &Finder) override {
    Finder.addMatcher(memberExpr().bind("m"), this);
    Finder.addMatcher(designatedInitExpr().bind("i"), this);
    Finder.addMatcher(offsetOfExpr().bind("o"), this);
    Finder.addMatcher(cxxCtorInitializer(isWritten()).bind("c"), this);
  }
  void run(const MatchFinder::MatchResult &Result) override {
    if (const auto *E = Result.Nodes.getNodeAs<MemberExpr>("m"))
      return note(E->getMemberLoc(), E->getMemberDecl());
    if (const auto *I = Result.Nodes.getNodeAs<DesignatedInitExpr>("i")) {
      for (const auto &D : I->designators())
        if (D.isFieldDesignator() && D.getFieldDecl())
          note(D.getFieldLoc(), D.getFieldDecl());
      return;
    }
    if (const auto *O = Result.Nodes.getNodeAs<OffsetOfExpr>("o")) {
      for (unsigned I = 0; I < O->getNumComponents(); ++I)
        if (const OffsetOfNode &Node = O->getComponent(I);
            Node.getKind() == OffsetOfNode::Field)
          note(Node.getEndLoc(), Node.getField());
      return;
    }
    const auto *C = Result.Nodes.getNodeAs<CXXCtorInitializer>("c");
    if (C->isAnyMemberInitializer())
      note(C->getMemberLocation(), C->getAnyMember());
  }

private:
  void note(SourceLocation Loc, const ValueDecl *Member) {
    const auto *Struct = dyn_cast<RecordDecl>(Member->getDeclContext());
    if (!Struct || !Member->getDeclName().isIdentifier())
      return;
    if (std::string Class = Out.stableClass(*Struct);
        !Class.empty() && Out.isInteresting(Member->getIdentifier()))
      return Out.noteSdkMember(Loc, Member, Class);
    if (Out.ownerOf(Struct) == Owner::Sdk && Struct->getIdentifier() &&
        Out.isInteresting(Member->getIdentifier()))
      Out.noteSdkMember(Loc, Member, Struct->getName());
    else
      Out.noteReference(Loc, Member);
  }
};

/// Types, through whatever they are written in.
class Types : public AstConcern {
public:
  using AstConcern::AstConcern;
  void addTo(MatchFinder &Finder) override {
    Finder.addMatcher(typeLoc().bind("t"), this);
  }
  void run(const MatchFinder::MatchResult &Result) override {
    TypeLoc Loc = Result.Nodes.getNodeAs<TypeLoc>("t")->getUnqualifiedLoc();
    if (auto T = Loc.getAs<TypedefTypeLoc>())
      Out.noteReference(T.getNameLoc(), T.getDecl());
    else if (auto T = Loc.getAs<TagTypeLoc>())
      Out.noteReference(T.getNameLoc(), T.getDecl());
    else if (auto T = Loc.getAs<UsingTypeLoc>())
      Out.noteReference(T.getNameLoc(), T.getDecl());
    else if (auto T = Loc.getAs<TemplateTypeParmTypeLoc>())
      Out.noteReference(T.getNameLoc(), T.getDecl());
    else if (auto T = Loc.getAs<UnresolvedUsingTypeLoc>())
      Out.noteReference(T.getNameLoc(), T.getDecl());
    else if (auto T = Loc.getAs<DeducedTemplateSpecializationTypeLoc>())
      Out.noteReference(T.getTemplateNameLoc(),
                        T.getTypePtr()->getTemplateName().getAsTemplateDecl());
    else if (auto T = Loc.getAs<TemplateSpecializationTypeLoc>())
      Out.noteReference(T.getTemplateNameLoc(),
                        T.getTypePtr()->getTemplateName().getAsTemplateDecl());
    else if (auto T = Loc.getAs<DependentNameTypeLoc>())
      Out.noteOwner(T.getNameLoc(), T.getTypePtr()->getIdentifier(),
                    Owner::User, Engine::Ast);
  }
};

/// Names that only an instantiation would resolve.
class Unresolved : public AstConcern {
public:
  using AstConcern::AstConcern;
  void addTo(MatchFinder &Finder) override {
    Finder.addMatcher(unresolvedLookupExpr().bind("o"), this);
    Finder.addMatcher(unresolvedMemberExpr().bind("o"), this);
    Finder.addMatcher(cxxDependentScopeMemberExpr().bind("m"), this);
    Finder.addMatcher(dependentScopeDeclRefExpr().bind("s"), this);
  }
  void run(const MatchFinder::MatchResult &Result) override {
    if (const auto *E = Result.Nodes.getNodeAs<OverloadExpr>("o"))
      return noteSet(*E);
    if (const auto *E =
            Result.Nodes.getNodeAs<CXXDependentScopeMemberExpr>("m"))
      return noteMember(*E);
    const auto *E = Result.Nodes.getNodeAs<DependentScopeDeclRefExpr>("s");
    Out.noteOwner(E->getLocation(), E->getDeclName().getAsIdentifierInfo(),
                  Owner::User, Engine::Ast);
  }

private:
  void noteMember(const CXXDependentScopeMemberExpr &E) {
    const IdentifierInfo *Name = E.getMember().getAsIdentifierInfo();
    bool MayBeTorchs = Out.isTorchMethod(Name);
    if (MayBeTorchs && !E.isImplicitAccess() && E.getBase()->containsErrors())
      return; // of a type whose header is missing: nothing is known
    Out.noteOwner(E.getMemberLoc(), Name,
                  MayBeTorchs ? Owner::Ambiguous : Owner::User, Engine::Ast);
  }

  // A set with the SDK's and the user's functions leaves the choice open.
  void noteSet(const OverloadExpr &E) {
    for (const NamedDecl *D : E.decls())
      Out.noteReference(E.getNameLoc(), D);
  }
};

/// `using namespace`, and other names of namespaces.
class Usings : public AstConcern {
public:
  using AstConcern::AstConcern;
  void addTo(MatchFinder &Finder) override {
    Finder.addMatcher(usingDirectiveDecl().bind("d"), this);
    Finder.addMatcher(namespaceAliasDecl().bind("a"), this);
  }
  void run(const MatchFinder::MatchResult &Result) override {
    if (const auto *A = Result.Nodes.getNodeAs<NamespaceAliasDecl>("a"))
      return Out.noteNominated(A->getTargetNameLoc(), A->getNamespace());
    const auto *D = Result.Nodes.getNodeAs<UsingDirectiveDecl>("d");
    Out.noteNominated(D->getIdentLocation(), D->getNominatedNamespace());
  }
};

/// Whose the namespaces in qualified names are: `cuda::atomic`.
class Qualifiers : public AstConcern {
public:
  using AstConcern::AstConcern;
  void addTo(MatchFinder &Finder) override {
    Finder.addMatcher(nestedNameSpecifierLoc().bind("q"), this);
  }
  void run(const MatchFinder::MatchResult &Result) override {
    const auto *Q = Result.Nodes.getNodeAs<NestedNameSpecifierLoc>("q");
    NestedNameSpecifier Name = Q->getNestedNameSpecifier();
    if (Name.getKind() != NestedNameSpecifier::Kind::Namespace)
      return;
    const auto *Space = Name.getAsNamespaceAndPrefix().Namespace;
    if (Space->getName() != "std")
      Out.noteNamespace(Q->getLocalBeginLoc(), Space);
  }
};

/// `goto cudaMalloc`: labels have a name space of their own.
class Labels : public AstConcern {
public:
  using AstConcern::AstConcern;
  void addTo(MatchFinder &Finder) override {
    Finder.addMatcher(gotoStmt().bind("g"), this);
    Finder.addMatcher(labelStmt().bind("l"), this);
  }
  void run(const MatchFinder::MatchResult &Result) override {
    if (const auto *G = Result.Nodes.getNodeAs<GotoStmt>("g"))
      return Out.noteOwner(G->getLabelLoc(), G->getLabel()->getIdentifier(),
                           Owner::User, Engine::Ast);
    const auto *L = Result.Nodes.getNodeAs<LabelStmt>("l");
    Out.noteOwner(L->getIdentLoc(), L->getDecl()->getIdentifier(), Owner::User,
                  Engine::Ast);
  }
};

/// Kernel launches, dependent ones too.
class Launches : public AstConcern {
public:
  using AstConcern::AstConcern;
  void addTo(MatchFinder &Finder) override {
    Finder.addMatcher(cudaKernelCallExpr().bind("k"), this);
  }
  void run(const MatchFinder::MatchResult &Result) override {
    const auto *K = Result.Nodes.getNodeAs<CUDAKernelCallExpr>("k");
    if (const CallExpr *Config = K->getConfig())
      Out.noteLaunch(Config->getBeginLoc(), isDeduced(K->getCallee()));
  }

private:
  // An overload set, or a template without all of its arguments: only the call
  // tells which function it means.
  static bool isDeduced(const Expr *Callee) {
    Callee = Callee->IgnoreParenImpCasts();
    if (const auto *Ref = dyn_cast<DeclRefExpr>(Callee)) {
      const auto *F = dyn_cast<FunctionDecl>(Ref->getDecl());
      const FunctionTemplateDecl *Template =
          F ? F->getPrimaryTemplate() : nullptr;
      return Ref->hadMultipleCandidates() ||
             (Template && !isComplete(*Template, Ref->getNumTemplateArgs()));
    }
    const auto *Set = dyn_cast<OverloadExpr>(Callee);
    if (!Set)
      return false;
    const auto *Only = Set->getNumDecls() == 1
                           ? dyn_cast<FunctionTemplateDecl>(
                                 (*Set->decls_begin())->getUnderlyingDecl())
                           : nullptr;
    return !Only || !isComplete(*Only, Set->getNumTemplateArgs());
  }

  // A default would do for a missing argument, unless the call deduces it.
  static bool isComplete(const FunctionTemplateDecl &Template, unsigned Given) {
    const TemplateParameterList &All = *Template.getTemplateParameters();
    return Given >= All.size() && !All.hasParameterPack();
  }
};

/// What custom rules ask about calls: types and the side of the caller.
class Calls : public AstConcern {
public:
  using AstConcern::AstConcern;
  void addTo(MatchFinder &Finder) override {
    if (Out.customRules().needsTypes())
      Finder.addMatcher(callExpr(callee(functionDecl().bind("f")),
                                 forFunction(functionDecl().bind("caller")))
                            .bind("call"),
                        this);
  }
  void run(const MatchFinder::MatchResult &Result) override {
    const auto *F = Result.Nodes.getNodeAs<FunctionDecl>("f");
    const auto *Call = Result.Nodes.getNodeAs<CallExpr>("call");
    const auto *Caller = Result.Nodes.getNodeAs<FunctionDecl>("caller");
    const auto *Callee =
        dyn_cast<DeclRefExpr>(Call->getCallee()->IgnoreParenImpCasts());
    if (!Callee || !F->getDeclName().isIdentifier() ||
        !Out.isInteresting(F->getIdentifier()))
      return;
    PrintingPolicy Policy = Result.Context->getPrintingPolicy();
    CallFact Fact;
    for (const Expr *Arg : Call->arguments()) {
      QualType Type = Arg->IgnoreImpCasts()->getType().getUnqualifiedType();
      Fact.Types.emplace_back(Type.getAsString(Policy),
                              Type.getCanonicalType().getAsString(Policy));
    }
    if (const TemplateArgumentList *Args = F->getTemplateSpecializationArgs())
      for (const TemplateArgument &A : Args->asArray()) {
        std::string Text;
        llvm::raw_string_ostream OS(Text);
        A.print(Policy, OS, /*IncludeType=*/false);
        Fact.TemplateArgs.push_back(std::move(Text));
      }
    if (const auto *Scope = dyn_cast<NamespaceDecl>(
            F->getDeclContext()->getEnclosingNamespaceContext()))
      Fact.Namespace = Scope->getQualifiedNameAsString();
    bool Kernel = Caller->hasAttr<CUDAGlobalAttr>();
    Fact.OnDevice = Kernel || Caller->hasAttr<CUDADeviceAttr>();
    Fact.OnHost = !Fact.OnDevice || Caller->hasAttr<CUDAHostAttr>();
    Out.noteCall(Callee->getLocation(), std::move(Fact));
  }
};

template <typename... Concerns>
std::vector<std::unique_ptr<AstConcern>> makeAll(Recorder &Out) {
  std::vector<std::unique_ptr<AstConcern>> All;
  (All.push_back(std::make_unique<Concerns>(Out)), ...);
  return All;
}

enum class RuleFor { BothWays, ToMusa };

constexpr struct {
  std::unique_ptr<AstConcern> (*Make)(Recorder &Out);
  RuleFor For;
} Rules[] = {
#define AST_RULE(NAME, FOR) {make##NAME, RuleFor::FOR},
#include "Parse/Rules/All.def"
#undef AST_RULE
};

} // namespace

std::vector<std::unique_ptr<AstConcern>> makeAstConcerns(Recorder &Out) {
  auto All =
      makeAll<Declarations, Destructors, References, Members, Types, Unresolved,
              Usings, Qualifiers, Labels, Launches, Calls>(Out);
  All.push_back(makeCaptures(Out));
  if (Out.compares())
    All.push_back(makeMeanings(Out));
  if (judgesDialect(Out))
    All.push_back(makeHostCalls(Out));
  bool IsToMusa = !Out.targets().empty();
  for (const auto &R : Rules)
    if (R.For == RuleFor::BothWays || IsToMusa)
      All.push_back(R.Make(Out));
  return All;
}

} // namespace musify
