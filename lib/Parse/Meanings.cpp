#include "Parse/Meanings.h"
#include "Parse/Recorder.h"
#include "Platform/NeutralName.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/ASTMatchers/ASTMatchers.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;
using namespace clang;
using namespace clang::ast_matchers;

namespace musify {
namespace {

// Of LLVM's hashes this is one that is the same in every process.
uint64_t mix(uint64_t Hash, uint64_t Next) {
  const uint64_t Both[] = {Hash, Next};
  return xxh3_64bits(ArrayRef(reinterpret_cast<const uint8_t *>(Both), 16));
}

/// Names of the user's count apart: a port may give them others.
struct Digest {
  uint64_t Shape = 0, Names = 0;

  void add(uint64_t Part) { Shape = mix(Shape, Part); }
  void add(StringRef Text) { add(xxh3_64bits(Text)); }
  void add(const APInt &Value) { add(Value.getLimitedValue()); }
  void addName(StringRef Name) {
    Names = mix(Names, xxh3_64bits(neutralName(Name)));
  }
  void add(const Digest &Part) {
    add(Part.Shape);
    Names = mix(Names, Part.Names);
  }
};

/// Conversions and constructors are spelled as their types, which count anyway.
std::string spelled(DeclarationName Name) {
  bool IsSpelled = Name.isIdentifier() ||
                   Name.getNameKind() == DeclarationName::CXXOperatorName;
  return IsSpelled ? Name.getAsString() : "";
}

/// Of one unit.
class Hasher {
public:
  Hasher(Recorder &Out, const ASTContext &Context)
      : Out(Out), Context(Context) {}

  /// Notes the declaration and the statements in it, as they are written or as
  /// an instantiation of them.
  void note(const Decl &D, bool IsInstantiation);

private:
  Digest of(const Decl &D);
  /// Notes the statements inside, too.
  Digest of(const Stmt *S);
  Digest of(QualType T);
  Digest ofType(const clang::Type &T);
  Digest ofName(const NamedDecl &D);
  Digest ofSpelling(const OverloadExpr &Set);
  Digest ofArgument(const TemplateArgument &A);
  Digest ofBody(const CompoundStmt &Body);
  void addExpr(const Expr &E, Digest &To);
  void addLiteral(const Expr &E, Digest &To);
  void addReference(const Expr &E, Digest &To);
  void addFunction(const FunctionDecl &F, Digest &To);
  std::string mapped(StringRef Name) const;
  bool isUsers(const NamedDecl &D) const;

  Recorder &Out;
  const ASTContext &Context;
  DenseMap<const void *, Digest> Types;
  DenseMap<const Decl *, Digest> Names;
  uint64_t Form = 0;      ///< of what is hashed
  bool HasErrors = false; ///< in the statement that is hashed
};

/// The name that a port writes, also where the project declares what the SDK
/// has; in a port it is that already.
std::string Hasher::mapped(StringRef Name) const {
  auto E = Out.entryOf(Name);
  return (E && E->renames() ? lastPart(E->To) : Name).str();
}

/// True for what an input declares; all else has names that no port changes but
/// by the tables.
bool Hasher::isUsers(const NamedDecl &D) const {
  return Out.inputAt(Out.sourceManager().getExpansionLoc(D.getLocation()));
}

Digest Hasher::ofName(const NamedDecl &D) {
  auto [It, IsNew] = Names.try_emplace(&D);
  if (!IsNew)
    return It->second;
  Digest Mine;
  const auto *Class = dyn_cast<CXXRecordDecl>(&D);
  if (!isUsers(D)) {
    Mine.add(mapped(nameOf(D)));
  } else {
    Mine.add(D.getKind());
    if (!Class || !Class->isLambda())
      Mine.addName(mapped(spelled(D.getDeclName())));
    const DeclContext *Around = D.getDeclContext()->getRedeclContext();
    if (const auto *Scope = dyn_cast<NamedDecl>(Around);
        Scope && !Around->isFunctionOrMethod())
      Mine.add(ofName(*Scope));
  }
  if (const auto *Special = dyn_cast<ClassTemplateSpecializationDecl>(&D))
    for (const TemplateArgument &A : Special->getTemplateArgs().asArray())
      Mine.add(ofArgument(A));
  return Names[&D] = Mine;
}

Digest Hasher::ofArgument(const TemplateArgument &A) {
  Digest Mine;
  Mine.add(A.getKind());
  if (A.getKind() == TemplateArgument::Type)
    Mine.add(of(A.getAsType()));
  else if (A.getKind() == TemplateArgument::Integral)
    Mine.add(A.getAsIntegral());
  else if (A.getKind() == TemplateArgument::Pack)
    for (const TemplateArgument &Each : A.pack_elements())
      Mine.add(ofArgument(Each));
  return Mine;
}

/// Of a string only the pointer counts: its text is compared as such.
bool isString(QualType T, const ASTContext &Context) {
  const auto *Array = Context.getAsConstantArrayType(T);
  return Array && Array->getElementType().isConstQualified() &&
         Array->getElementType()->isAnyCharacterType();
}

Digest Hasher::of(QualType T) {
  if (T.isNull())
    return {};
  QualType Canonical = T.getCanonicalType();
  auto [It, IsNew] = Types.try_emplace(Canonical.getAsOpaquePtr());
  if (!IsNew)
    return It->second;
  Digest Mine;
  if (!isString(Canonical, Context)) {
    Mine.add(Canonical.getCVRQualifiers());
    Mine.add(ofType(*Canonical.getTypePtr()));
  }
  return Types[Canonical.getAsOpaquePtr()] = Mine;
}

Digest Hasher::ofType(const clang::Type &T) {
  Digest Mine;
  Mine.add(T.getTypeClass());
  if (const auto *Builtin = dyn_cast<BuiltinType>(&T)) {
    Mine.add(Builtin->getKind());
  } else if (const auto *Tag = dyn_cast<TagType>(&T)) {
    Mine.add(ofName(*Tag->getDecl()));
  } else if (const auto *F = dyn_cast<FunctionProtoType>(&T)) {
    Mine.add(of(F->getReturnType()));
    for (QualType Parameter : F->param_types())
      Mine.add(of(Parameter));
  } else if (const auto *Array = dyn_cast<ConstantArrayType>(&T)) {
    Mine.add(Array->getSize());
    Mine.add(of(Array->getElementType()));
  } else if (const auto *Vector = dyn_cast<clang::VectorType>(&T)) {
    Mine.add(Vector->getNumElements());
    Mine.add(of(Vector->getElementType()));
  } else if (const auto *Parameter = dyn_cast<TemplateTypeParmType>(&T)) {
    Mine.add(Parameter->getDepth());
    Mine.add(Parameter->getIndex());
  } else {
    Mine.add(of(T.getPointeeType()));
  }
  return Mine;
}

Digest Hasher::ofSpelling(const OverloadExpr &Set) {
  Digest Mine;
  std::string Name = mapped(spelled(Set.getName()));
  if (all_of(Set.decls(), [&](const NamedDecl *D) { return isUsers(*D); }))
    Mine.addName(Name);
  else
    Mine.add(Name);
  return Mine;
}

/// What a macro of the compiler makes differs by nature: `__FILE__`, `#X`.
void Hasher::addLiteral(const Expr &E, Digest &To) {
  const SourceManager &SM = Out.sourceManager();
  if (SM.isWrittenInScratchSpace(SM.getSpellingLoc(E.getBeginLoc())))
    return;
  if (const auto *Number = dyn_cast<IntegerLiteral>(&E))
    To.add(Number->getValue());
  else if (const auto *Real = dyn_cast<FloatingLiteral>(&E))
    To.add(Real->getValue().bitcastToAPInt());
  else if (const auto *Letter = dyn_cast<CharacterLiteral>(&E))
    To.add(Letter->getValue());
  else if (const auto *Truth = dyn_cast<CXXBoolLiteralExpr>(&E))
    To.add(Truth->getValue());
}

void Hasher::addReference(const Expr &E, Digest &To) {
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&E)) {
    To.add(ofName(*Ref->getDecl()));
    if (const auto *Constant = dyn_cast<EnumConstantDecl>(Ref->getDecl()))
      To.add(Constant->getInitVal());
  } else if (const auto *Member = dyn_cast<MemberExpr>(&E)) {
    To.add(ofName(*Member->getMemberDecl()));
  } else if (const auto *Set = dyn_cast<OverloadExpr>(&E)) {
    To.add(ofSpelling(*Set));
  } else if (const auto *Scoped = dyn_cast<DependentScopeDeclRefExpr>(&E)) {
    To.addName(mapped(spelled(Scoped->getDeclName())));
  } else if (const auto *Later = dyn_cast<CXXDependentScopeMemberExpr>(&E)) {
    To.addName(mapped(spelled(Later->getMember())));
  } else if (const auto *Made = dyn_cast<CXXConstructExpr>(&E)) {
    To.add(of(Made->getConstructor()->getType()));
  }
}

void Hasher::addExpr(const Expr &E, Digest &To) {
  HasErrors |= isa<RecoveryExpr>(E);
  if (isa<clang::StringLiteral, PredefinedExpr>(E))
    return;
  To.add(of(E.getType()));
  addLiteral(E, To);
  addReference(E, To);
  if (const auto *Unary = dyn_cast<UnaryOperator>(&E))
    To.add(Unary->getOpcode());
  else if (const auto *Binary = dyn_cast<BinaryOperator>(&E))
    To.add(Binary->getOpcode());
  else if (const auto *Cast = dyn_cast<CastExpr>(&E))
    To.add(Cast->getCastKind());
  const auto *Trait = dyn_cast<UnaryExprOrTypeTraitExpr>(&E);
  if (!Trait)
    return;
  To.add(Trait->getKind());
  if (Trait->isArgumentType())
    To.add(of(Trait->getArgumentType()));
  Expr::EvalResult Size;
  if (!E.isValueDependent() && E.EvaluateAsInt(Size, Context))
    To.add(Size.Val.getInt());
}

Digest Hasher::of(const Stmt *S) {
  Digest Mine;
  if (!S)
    return Mine;
  if (const auto *Body = dyn_cast<CompoundStmt>(S))
    return ofBody(*Body);
  Mine.add(S->getStmtClass());
  if (const auto *E = dyn_cast<Expr>(S))
    addExpr(*E, Mine);
  if (const auto *Declared = dyn_cast<DeclStmt>(S)) {
    for (const Decl *D : Declared->decls())
      Mine.add(of(*D));
    return Mine;
  }
  for (const Stmt *Child : S->children())
    Mine.add(of(Child));
  return Mine;
}

Digest Hasher::ofBody(const CompoundStmt &Body) {
  Digest Mine;
  Mine.add(Body.getStmtClass());
  bool HadErrors = std::exchange(HasErrors, false), AnyErrors = false;
  for (const Stmt *S : Body.body()) {
    Digest One = of(S);
    Mine.add(One);
    // What a macro's body has is part of what the macro stands for.
    if (!HasErrors && Body.getLBracLoc().isFileID())
      Out.noteMeaning(S->getSourceRange(), Form, One.Shape, One.Names);
    AnyErrors |= std::exchange(HasErrors, false);
  }
  HasErrors = HadErrors || AnyErrors;
  return Mine;
}

void Hasher::addFunction(const FunctionDecl &F, Digest &To) {
  for (attr::Kind K : {attr::CUDAGlobal, attr::CUDADevice, attr::CUDAHost})
    To.add(any_of(F.attrs(), [&](const Attr *A) { return A->getKind() == K; }));
  for (const ParmVarDecl *P : F.parameters())
    if (P->hasDefaultArg() && !P->hasUninstantiatedDefaultArg() &&
        !P->hasUnparsedDefaultArg())
      To.add(of(P->getDefaultArg()));
  if (const auto *Maker = dyn_cast<CXXConstructorDecl>(&F))
    for (const CXXCtorInitializer *I : Maker->inits())
      if (I->isWritten())
        To.add(of(I->getInit()));
}

Digest Hasher::of(const Decl &D) {
  Digest Mine;
  Mine.add(D.getKind());
  if (const auto *Value = dyn_cast<ValueDecl>(&D))
    Mine.add(of(Value->getType()));
  if (const auto *Variable = dyn_cast<VarDecl>(&D))
    Mine.add(of(Variable->getInit()));
  else if (const auto *Member = dyn_cast<FieldDecl>(&D))
    Mine.add(of(Member->getInClassInitializer()));
  else if (const auto *Constant = dyn_cast<EnumConstantDecl>(&D))
    Mine.add(Constant->getInitVal());
  else if (const auto *Alias = dyn_cast<TypedefNameDecl>(&D))
    Mine.add(of(Alias->getUnderlyingType()));
  else if (const auto *F = dyn_cast<FunctionDecl>(&D))
    addFunction(*F, Mine);
  return Mine;
}

void Hasher::note(const Decl &D, bool IsInstantiation) {
  const auto *F = dyn_cast<FunctionDecl>(&D);
  Form = Out.isForDevice();
  if (IsInstantiation) {
    Digest Which = ofName(cast<NamedDecl>(D));
    if (const auto *Arguments =
            F ? F->getTemplateSpecializationArgs() : nullptr)
      for (const TemplateArgument &A : Arguments->asArray())
        Which.add(ofArgument(A));
    Form = mix(Form, mix(Which.Shape, Which.Names));
  }
  Digest Mine = of(D);
  // An initializer is part of the declaration; a body has statements.
  SourceLocation End = F ? D.getLocation() : D.getEndLoc();
  Out.noteMeaning({D.getLocation(), End}, Form, Mine.Shape, Mine.Names);
  if (F && F->doesThisDeclarationHaveABody() && !F->hasSkippedBody())
    of(F->getBody());
}

class Meanings : public AstConcern {
public:
  using AstConcern::AstConcern;
  void addTo(MatchFinder &Finder) override {
    auto Declared =
        decl(anyOf(functionDecl(), varDecl(hasGlobalStorage()), fieldDecl(),
                   enumConstantDecl(), typedefNameDecl()),
             unless(isImplicit()));
    Finder.addMatcher(decl(Declared, unless(isInstantiated())).bind("written"),
                      this);
    Finder.addMatcher(decl(Declared, isInstantiated()).bind("made"), this);
  }
  void run(const MatchFinder::MatchResult &Result) override {
    const auto *Written = Result.Nodes.getNodeAs<Decl>("written");
    const Decl *D = Written ? Written : Result.Nodes.getNodeAs<Decl>("made");
    if (!Unit)
      Unit.emplace(Out, *Result.Context);
    const auto *Method = dyn_cast<CXXMethodDecl>(D);
    if (!D->isInvalidDecl() && !(Method && Method->getParent()->isLambda()))
      Unit->note(*D, /*IsInstantiation=*/!Written);
  }

private:
  std::optional<Hasher> Unit; ///< made when there is a context
};

} // namespace

std::unique_ptr<AstConcern> makeMeanings(Recorder &Out) {
  return std::make_unique<Meanings>(Out);
}

} // namespace musify
