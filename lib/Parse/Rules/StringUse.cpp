// Where strings that are names of the SDK go. `dlsym(H, "cudaMalloc")` finds
// nothing on MUSA; `puts("cudaMalloc failed")` is for people; what reaches
// NVRTC is code (NestedSource.h). Followed are variables, tables, and
// parameters of functions in the same unit.
#include "Parse/Recorder.h"
#include "Parse/Rules/All.h"
#include "Platform/Platform.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/ASTMatchers/ASTMatchers.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/SmallSet.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include <functional>

using namespace llvm;
using namespace clang;
using namespace clang::ast_matchers;

namespace musify {
namespace {

enum class Sink { None, LookUp, Compare, Show, Compile };

/// By the names of functions. One look-up for each call of a unit.
StringMap<Sink> allSinks() {
  StringMap<Sink> Out;
  const Platforms &All = platforms();
  for (const StringRoles *R :
       {&All.Host.Strings, &All.Source.Strings, &All.Target.Strings})
    for (auto [Names, Into] : {std::pair(&R->LookUp, Sink::LookUp),
                               {&R->Compare, Sink::Compare},
                               {&R->Show, Sink::Show},
                               {&R->Compile, Sink::Compile}})
      for (StringRef Name : Names->spellings())
        Out[Name] = Into;
  return Out;
}

Sink sinkOf(StringRef Function) {
  static const StringMap<Sink> All = allSinks();
  return All.lookup(Function); // else `None`
}

/// True for the arguments of a compiler at run time that are source text.
bool isCompiled(StringRef Function, unsigned Argument) {
  const Platforms &All = platforms();
  const StringRoles &R = All.Source.Strings.Compile.contains(Function)
                             ? All.Source.Strings
                             : All.Target.Strings;
  return is_contained(R.CompiledArguments, Argument);
}

/// What a string expression may come from.
using Source = PointerUnion<const clang::StringLiteral *, const VarDecl *>;

class StringUse : public AstConcern {
public:
  using AstConcern::AstConcern;
  void addTo(MatchFinder &Finder) override {
    Finder.addMatcher(callExpr().bind("call"), this);
    Finder.addMatcher(cxxConstructExpr().bind("construct"), this);
    Finder.addMatcher(cxxThrowExpr().bind("throw"), this);
    Finder.addMatcher(functionDecl(isDefinition()).bind("defined"), this);
    Finder.addMatcher(stringLiteral().bind("literal"), this);
    Finder.addMatcher(cxxCtorInitializer(isWritten()).bind("init"), this);
    Finder.addMatcher(memberExpr(member(fieldDecl())).bind("member"), this);
  }
  void run(const MatchFinder::MatchResult &Result) override;
  void onEndOfTranslationUnit() override;

private:
  void visitCall(const CallExpr &Call);
  void visitDefinition(const FunctionDecl &F);
  void noteAliases();
  void pass(const FunctionDecl &To, ArrayRef<const Expr *> Args);
  void show(const Expr *E);
  void showParts(const clang::StringLiteral &S);
  void visitLiteral(const clang::StringLiteral &S);
  StringRef partAt(SourceLocation Loc) const;
  bool isStringised(SourceLocation Loc) const;
  /// Of several parts, or by a macro's `#`.
  bool isMade(const clang::StringLiteral &S) const {
    return S.getNumConcatenated() > 1 || isStringised(S.getBeginLoc());
  }
  SmallVector<SourceLocation, 1> operandsOf(SourceLocation Loc) const;
  void showBelow(const Stmt *S);
  void follow(Source From, StringRef By);
  bool isOnlyShown(const ParmVarDecl *P, unsigned Depth = 3);
  bool isOnlyShown(const FieldDecl *F) const;
  void visitInitializer(const CXXCtorInitializer &Init);
  unsigned timesNamed(const ParmVarDecl *P, const FunctionDecl &In);
  void collect(const Expr *E, SmallVectorImpl<Source> &Into) const;
  bool isNoted(const clang::StringLiteral &S) const;
  void note(const clang::StringLiteral &S, StringFact Fact);

  struct Use {
    Source From;
    std::string By; ///< the function that looks up or compares
  };
  std::vector<Use> Uses;
  /// What is handed to a parameter of the user's functions.
  DenseMap<const ParmVarDecl *, SmallVector<Source, 2>> Passed;
  /// Where parameters are shown, and where to what they are passed on. Places,
  /// since each instantiation of a template has the same ones.
  DenseMap<const ParmVarDecl *, SmallSet<SourceLocation, 2>> Shown;
  DenseMap<const ParmVarDecl *,
           SmallMapVector<SourceLocation, const ParmVarDecl *, 1>>
      PassedOn;
  /// Fields that constructors keep a parameter in, how often a field is named,
  /// and where it is shown.
  DenseMap<const ParmVarDecl *, SmallVector<const FieldDecl *, 1>> KeptIn;
  DenseMap<const FieldDecl *, unsigned> FieldUses;
  DenseMap<const FieldDecl *, SmallSet<SourceLocation, 2>> FieldShown;
  /// How often the functions that were looked into name their parameters.
  DenseMap<const FunctionDecl *, DenseMap<const ParmVarDecl *, unsigned>> Named;
  /// What `#` made, by its operand: how often, and how often it is shown.
  struct Stringised {
    unsigned Made = 0, Shown = 0;
  };
  DenseMap<SourceLocation, Stringised> Operands;
  SmallPtrSet<const void *, 16> Followed;
  StringSet<> Overridden; ///< functions of the SDK's that the unit defines
  std::vector<const FunctionDecl *> Aliases;
  ASTContext *Context = nullptr;
};

bool isStdString(const CXXRecordDecl *R) {
  return R && R->isInStdNamespace() && R->getIdentifier() &&
         (nameOf(*R) == "basic_string" || nameOf(*R) == "basic_string_view");
}

/// The declaration that all redeclarations and instantiations share.
const ParmVarDecl *keyOf(const ParmVarDecl *P) {
  const auto *F = dyn_cast<FunctionDecl>(P->getDeclContext());
  if (!F)
    return P;
  if (const FunctionDecl *Pattern = F->getTemplateInstantiationPattern())
    F = Pattern;
  if (const FunctionDecl *Definition = F->getDefinition())
    F = Definition;
  unsigned I = P->getFunctionScopeIndex();
  return I < F->getNumParams() ? F->getParamDecl(I) : P;
}

void StringUse::collect(const Expr *E, SmallVectorImpl<Source> &Into) const {
  E = E->IgnoreParenCasts();
  if (const auto *Temporary = dyn_cast<MaterializeTemporaryExpr>(E))
    return collect(Temporary->getSubExpr(), Into);
  if (const auto *Bound = dyn_cast<CXXBindTemporaryExpr>(E))
    return collect(Bound->getSubExpr(), Into);
  if (const auto *Full = dyn_cast<FullExpr>(E))
    return collect(Full->getSubExpr(), Into);
  if (const auto *S = dyn_cast<clang::StringLiteral>(E)) {
    Into.push_back(S);
  } else if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    const ValueDecl *D = Ref->getDecl();
    if (const auto *Part = dyn_cast<BindingDecl>(D))
      D = dyn_cast_or_null<ValueDecl>(Part->getDecomposedDecl());
    if (const auto *P = dyn_cast_or_null<ParmVarDecl>(D))
      Into.push_back(static_cast<const VarDecl *>(keyOf(P)));
    else if (const auto *V = dyn_cast_or_null<VarDecl>(D))
      Into.push_back(V);
  } else if (const auto *Choice = dyn_cast<ConditionalOperator>(E)) {
    collect(Choice->getTrueExpr(), Into);
    collect(Choice->getFalseExpr(), Into);
  } else if (const auto *Element = dyn_cast<ArraySubscriptExpr>(E)) {
    collect(Element->getBase(), Into);
  } else if (const auto *Member = dyn_cast<MemberExpr>(E)) {
    collect(Member->getBase(), Into);
  } else if (const auto *Address = dyn_cast<UnaryOperator>(E)) {
    collect(Address->getSubExpr(), Into);
  } else if (const auto *Call = dyn_cast<CXXMemberCallExpr>(E)) {
    // `Name.c_str()`, the begin of a container in a range-for
    collect(Call->getImplicitObjectArgument(), Into);
  } else if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(E)) {
    if (Call->getNumArgs()) // `*I`, `Names[0]`
      collect(Call->getArg(0), Into);
  } else if (const auto *Made = dyn_cast<CXXConstructExpr>(E)) {
    if (Made->getNumArgs() &&
        (isStdString(Made->getConstructor()->getParent()) ||
         Made->getConstructor()->isCopyOrMoveConstructor()))
      collect(Made->getArg(0), Into);
  }
}

void StringUse::pass(const FunctionDecl &To, ArrayRef<const Expr *> Args) {
  if (Out.ownerOf(&To) != Owner::User || !Out.inputAt(To.getLocation()))
    return;
  for (unsigned I = 0; I < std::min<size_t>(Args.size(), To.getNumParams());
       ++I) {
    SmallVector<Source, 2> From;
    collect(Args[I], From);
    const ParmVarDecl *P = keyOf(To.getParamDecl(I));
    for (Source S : From) {
      Passed[P].push_back(S);
      if (const auto *V = dyn_cast<const VarDecl *>(S))
        if (const auto *Outer = dyn_cast<ParmVarDecl>(V))
          PassedOn[Outer].insert({Args[I]->getExprLoc(), P});
    }
  }
}

void StringUse::show(const Expr *E) {
  if (const auto *M = dyn_cast<MemberExpr>(E->IgnoreParenCasts()))
    if (const auto *Field = dyn_cast<FieldDecl>(M->getMemberDecl()))
      FieldShown[Field].insert(E->getExprLoc());
  SmallVector<Source, 2> From;
  collect(E, From);
  for (Source S : From)
    if (const auto *Literal = dyn_cast<const clang::StringLiteral *>(S))
      showParts(*Literal);
    else if (const auto *P = dyn_cast<ParmVarDecl>(cast<const VarDecl *>(S)))
      Shown[P].insert(E->getExprLoc());
}

bool StringUse::isStringised(SourceLocation Loc) const {
  const SourceManager &SM = Out.sourceManager();
  return Loc.isMacroID() && SM.isWrittenInScratchSpace(SM.getSpellingLoc(Loc));
}

/// The contents of the literal that begins at `Loc`, if it is a plain one.
StringRef StringUse::partAt(SourceLocation Loc) const {
  const SourceManager &SM = Out.sourceManager();
  bool IsInvalid = false;
  StringRef Rest = SM.getCharacterData(SM.getSpellingLoc(Loc), &IsInvalid);
  if (IsInvalid || !Rest.consume_front("\""))
    return {};
  return Rest.take_until([](char C) { return C == '"' || C == '\\'; });
}

/// Where the operands stand of which `#` made the literal at `Loc`.
SmallVector<SourceLocation, 1> StringUse::operandsOf(SourceLocation Loc) const {
  SmallVector<SourceLocation, 1> All;
  StringRef Name = partAt(Loc);
  if (!Out.knowsString(Name))
    return All;
  const SourceManager &SM = Out.sourceManager();
  CharSourceRange Call = SM.getExpansionRange(Loc);
  StringRef Text = Lexer::getSourceText(Call, SM, Context->getLangOpts());
  for (size_t At = Text.find(Name); At != StringRef::npos;
       At = Text.find(Name, At + Name.size())) {
    char Before = At ? Text[At - 1] : ' ';
    char After = At + Name.size() < Text.size() ? Text[At + Name.size()] : ' ';
    if (!isAsciiIdentifierContinue(Before) && !isAsciiIdentifierContinue(After))
      All.push_back(Call.getBegin().getLocWithOffset(At));
  }
  return All;
}

void StringUse::visitLiteral(const clang::StringLiteral &S) {
  for (unsigned I = 0; I < S.getNumConcatenated(); ++I)
    if (SourceLocation Loc = S.getStrTokenLoc(I); isStringised(Loc))
      for (SourceLocation Operand : operandsOf(Loc))
        ++Operands[Operand].Made;
}

/// A literal, and what it was put together from: `"failed: " Name "\n"`.
void StringUse::showParts(const clang::StringLiteral &S) {
  note(S, {{}, true});
  for (unsigned I = 0; I < S.getNumConcatenated(); ++I) {
    SourceLocation Loc = S.getStrTokenLoc(I);
    if (isStringised(Loc)) {
      for (SourceLocation Operand : operandsOf(Loc))
        ++Operands[Operand].Shown;
    } else if (S.getNumConcatenated() > 1 && Out.knowsString(partAt(Loc))) {
      SourceLocation Quote = Out.sourceManager().getSpellingLoc(Loc);
      Out.noteString(Quote.getLocWithOffset(1), {{}, true});
    }
  }
}

void StringUse::showBelow(const Stmt *S) {
  if (!S)
    return;
  if (const auto *E = dyn_cast<Expr>(S);
      E && (isa<clang::StringLiteral>(E) || isa<DeclRefExpr>(E)))
    show(E);
  for (const Stmt *Child : S->children())
    showBelow(Child);
}

void StringUse::visitCall(const CallExpr &Call) {
  const FunctionDecl *F = Call.getDirectCallee();
  if (!F)
    return;
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Call)) {
    if (Operator->getOperator() == OO_LessLess && F->isInStdNamespace())
      for (const Expr *Arg : Call.arguments())
        show(Arg);
    if (Operator->getOperator() == OO_EqualEqual ||
        Operator->getOperator() == OO_ExclaimEqual)
      for (const Expr *Arg : Call.arguments()) {
        SmallVector<Source, 2> From;
        collect(Arg, From);
        for (Source S : From)
          Uses.push_back({S, "=="});
      }
    return;
  }
  Sink Into = sinkOf(nameOf(*F));
  if (Into == Sink::None)
    return pass(*F, ArrayRef(Call.getArgs(), Call.getNumArgs()));
  for (const auto &[Number, Arg] : enumerate(Call.arguments())) {
    if (Into == Sink::Show) {
      show(Arg);
      continue;
    }
    if (Into == Sink::Compile && !isCompiled(nameOf(*F), Number))
      continue;
    SmallVector<Source, 2> From;
    collect(Arg, From);
    for (Source S : From)
      Uses.push_back({S, F->getNameAsString()});
  }
}

void StringUse::run(const MatchFinder::MatchResult &Result) {
  Context = Result.Context;
  if (const auto *Call = Result.Nodes.getNodeAs<CallExpr>("call"))
    visitCall(*Call);
  else if (const auto *Made =
               Result.Nodes.getNodeAs<CXXConstructExpr>("construct"))
    pass(*Made->getConstructor(),
         ArrayRef(Made->getArgs(), Made->getNumArgs()));
  else if (const auto *F = Result.Nodes.getNodeAs<FunctionDecl>("defined"))
    visitDefinition(*F);
  else if (const auto *S =
               Result.Nodes.getNodeAs<clang::StringLiteral>("literal"))
    visitLiteral(*S);
  else if (const auto *Init =
               Result.Nodes.getNodeAs<CXXCtorInitializer>("init"))
    visitInitializer(*Init);
  else if (const auto *M = Result.Nodes.getNodeAs<MemberExpr>("member"))
    ++FieldUses[cast<FieldDecl>(M->getMemberDecl())];
  else
    showBelow(Result.Nodes.getNodeAs<CXXThrowExpr>("throw")->getSubExpr());
}

void StringUse::visitDefinition(const FunctionDecl &F) {
  if (isInterposer(F, Out) && Out.ownerOf(&F) == Owner::Sdk)
    Overridden.insert(nameOf(F));
  if (F.hasAttr<AliasAttr>())
    Aliases.push_back(&F);
}

/// `__attribute__((alias("cudaMalloc")))` means a function of the unit.
void StringUse::noteAliases() {
  const SourceManager &SM = Out.sourceManager();
  for (const FunctionDecl *F : Aliases) {
    const auto *A = F->getAttr<AliasAttr>();
    if (A->getLocation().isMacroID() || !Out.knowsString(A->getAliasee()))
      continue;
    CharSourceRange Range = CharSourceRange::getTokenRange(A->getRange());
    size_t Quote = Lexer::getSourceText(Range, SM, Context->getLangOpts())
                       .find(("\"" + A->getAliasee() + "\"").str());
    if (Quote != StringRef::npos)
      Out.noteString(A->getRange().getBegin().getLocWithOffset(Quote + 1),
                     {"alias", false, Overridden.contains(A->getAliasee())});
  }
}

/// Goes back from a look-up to the strings.
void StringUse::follow(Source From, StringRef By) {
  if (const auto *Literal = dyn_cast<const clang::StringLiteral *>(From))
    return note(*Literal, {By.str(), false});
  const auto *V = cast<const VarDecl *>(From);
  if (!Followed.insert(V).second)
    return;
  if (const auto *P = dyn_cast<ParmVarDecl>(V)) {
    for (Source S : Passed.lookup(P))
      follow(S, By);
    return;
  }
  const Expr *Init = V->getAnyInitializer();
  if (!Init)
    return;
  SmallVector<Source, 2> Into;
  collect(Init, Into);
  // A table: all of its strings.
  std::function<void(const Stmt *)> Table = [&](const Stmt *S) {
    if (const auto *Literal = dyn_cast_or_null<clang::StringLiteral>(S))
      Into.push_back(Literal);
    if (S)
      for (const Stmt *Child : S->children())
        Table(Child);
  };
  if (Into.empty())
    Table(Init);
  for (Source S : Into)
    follow(S, By);
}

unsigned StringUse::timesNamed(const ParmVarDecl *P, const FunctionDecl &In) {
  auto [Counts, New] = Named.try_emplace(&In);
  if (New) {
    std::function<void(const Stmt *)> Count = [&](const Stmt *S) {
      if (const auto *Ref = dyn_cast_or_null<DeclRefExpr>(S))
        if (const auto *Param = dyn_cast<ParmVarDecl>(Ref->getDecl()))
          ++Counts->second[Param];
      if (S)
        for (const Stmt *Child : S->children())
          Count(Child);
    };
    Count(In.getBody());
  }
  return Counts->second.lookup(P);
}

/// `Label(L)` of a constructor.
void StringUse::visitInitializer(const CXXCtorInitializer &Init) {
  SmallVector<Source, 2> From;
  if (Init.isMemberInitializer())
    collect(Init.getInit(), From);
  for (Source S : From)
    if (const auto *V = dyn_cast<const VarDecl *>(S))
      if (const auto *P = dyn_cast<ParmVarDecl>(V))
        KeptIn[P].push_back(Init.getMember());
}

/// True if all that the unit does with the field is to show it.
bool StringUse::isOnlyShown(const FieldDecl *F) const {
  size_t Shown = FieldShown.lookup(F).size();
  return Shown && Shown >= FieldUses.lookup(F);
}

/// True if all that the function does with its parameter is to show it.
bool StringUse::isOnlyShown(const ParmVarDecl *P, unsigned Depth) {
  const auto *F = dyn_cast<FunctionDecl>(P->getDeclContext());
  if (!F || !F->hasBody() || !Depth)
    return false;
  unsigned Fine = Shown.lookup(P).size();
  for (const auto &[At, Next] : PassedOn.lookup(P))
    Fine += Next != P && isOnlyShown(Next, Depth - 1);
  auto Kept = KeptIn.lookup(P); // outside of the body
  bool KeptFine = llvm::all_of(
      Kept, [&](const FieldDecl *Field) { return isOnlyShown(Field); });
  return Fine + Kept.size() && KeptFine && Fine >= timesNamed(P, *F);
}

/// True for the literals that are no more than a name of the SDK's.
bool StringUse::isNoted(const clang::StringLiteral &S) const {
  return S.getCharByteWidth() == 1 && S.getNumConcatenated() == 1 &&
         Out.knowsString(S.getString());
}

void StringUse::note(const clang::StringLiteral &S, StringFact Fact) {
  if (sinkOf(Fact.LookedUpBy) == Sink::Compile)
    return Out.noteCompiled(S.getStrTokenLoc(0));
  if (!isNoted(S))
    return;
  Fact.FindsOverridden =
      platforms().Host.Strings.Symbol.contains(Fact.LookedUpBy) &&
      Overridden.contains(S.getString());
  if (isStringised(S.getBeginLoc())) {
    Fact.FindsOverridden = false; // the macro may do more with the name
    if (!Fact.LookedUpBy.empty())
      for (SourceLocation Operand : operandsOf(S.getBeginLoc()))
        Out.noteString(Operand, Fact);
    return;
  }
  const SourceManager &SM = Out.sourceManager();
  Out.noteString(S.getLocationOfByte(0, SM, Context->getLangOpts(),
                                     Context->getTargetInfo()),
                 Fact);
}

void StringUse::onEndOfTranslationUnit() {
  noteAliases();
  for (const auto &[From, By] : Uses)
    follow(From, By);
  for (const auto &[P, Sources] : Passed)
    for (Source S : Sources)
      if (const auto *Literal = dyn_cast<const clang::StringLiteral *>(S);
          Literal && (isNoted(*Literal) || isMade(*Literal)) && isOnlyShown(P))
        showParts(*Literal);
  for (const auto &[Operand, Count] : Operands)
    if (Count.Shown >= Count.Made)
      Out.noteString(Operand, {{}, true});
}

} // namespace

std::unique_ptr<AstConcern> makeStringUse(Recorder &Out) {
  return std::make_unique<StringUse>(Out);
}

} // namespace musify
