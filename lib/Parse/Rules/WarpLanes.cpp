// Which expressions are numbers of threads, lanes and warps, or masks of lanes.
#include "Parse/Rules/WarpReader.h"
#include "Platform/Platform.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace clang;

namespace musify {

std::optional<int64_t> valueOf(const Expr *E, const ASTContext &Context) {
  Expr::EvalResult Result;
  if (!E || E->isValueDependent() || E->containsErrors() ||
      !E->getType()->isIntegralOrEnumerationType() ||
      !E->EvaluateAsInt(Result, Context))
    return std::nullopt;
  return Result.Val.getInt().trySExtValue();
}

const Expr *constantInit(const Expr *E) {
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
  const auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  return V && V->isLocalVarDecl() && V->getType().isConstQualified()
             ? V->getInit()
             : nullptr;
}

bool isWarpSize(const Expr *E, Recorder &Out) {
  const auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts());
  const auto *Variable = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  return Variable && Variable->getDeclName().isIdentifier() &&
         Variable->getName() == sourcePlatform().Warp.SizeVariable &&
         Out.ownerOf(Variable) == Owner::Sdk;
}

Callee::Callee(const CallExpr &Call) {
  const Expr *E = Call.getCallee()->IgnoreParenImpCasts();
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    F = dyn_cast<FunctionDecl>(Ref->getDecl());
    TemplateArgs = Ref->template_arguments();
  } else if (const auto *Set = dyn_cast<OverloadExpr>(E)) {
    if (Set->getNumDecls())
      F = (*Set->decls_begin())->getUnderlyingDecl()->getAsFunction();
    TemplateArgs = Set->template_arguments();
  } else if (const auto *Member = dyn_cast<MemberExpr>(E)) {
    F = dyn_cast<FunctionDecl>(Member->getMemberDecl());
  }
  if (F)
    Name = nameOf(*F);
}

const Expr *initOf(const Expr *E) {
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
  const auto *Variable = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  return Variable && Variable->isLocalVarDecl() ? Variable->getInit() : nullptr;
}

/// `x` of `threadIdx.x`; empty if `S` is something else.
static std::string threadDimension(const Stmt *S) {
  const auto *Member = dyn_cast<MemberExpr>(S);
  const auto *Ref =
      Member ? dyn_cast<DeclRefExpr>(Member->getBase()->IgnoreParenImpCasts())
             : nullptr;
  bool IsIndex =
      Ref && nameOf(*Ref->getDecl()) == sourcePlatform().Warp.ThreadIndex;
  return IsIndex ? Member->getMemberDecl()->getNameAsString() : "";
}

bool usesPlane(const Stmt *S) {
  if (!S)
    return false;
  std::string Dimension = threadDimension(S);
  return Dimension.empty() ? llvm::any_of(S->children(), usesPlane)
                           : Dimension != "x";
}

bool isThreadX(const Expr *E, unsigned Depth) {
  E = E->IgnoreParenImpCasts();
  if (threadDimension(E) == "x")
    return true;
  const Expr *Init = initOf(E);
  return Depth && Init && isThreadX(Init, Depth - 1);
}

/// Where `Loc` is written as code: not in the body of a macro that only names
/// a value.
static SourceLocation placeOf(SourceLocation Loc, const SourceManager &SM) {
  while (Loc.isMacroID() && SM.isMacroBodyExpansion(Loc)) {
    CharSourceRange Call = SM.getImmediateExpansionRange(Loc);
    if (Call.getBegin() != Call.getEnd())
      break; // a macro with arguments: its body is code
    Loc = Call.getBegin();
  }
  return Loc;
}

std::string WarpReader::quote(const Stmt &S) const {
  const SourceManager &SM = Context.getSourceManager();
  SourceLocation Begin = SM.getSpellingLoc(placeOf(S.getBeginLoc(), SM));
  SourceLocation End = SM.getSpellingLoc(placeOf(S.getEndLoc(), SM));
  CharSourceRange Range = CharSourceRange::getTokenRange(Begin, End);
  if (SM.getFileID(Begin) != SM.getFileID(End) || End < Begin)
    Range = SM.getExpansionRange(S.getSourceRange());
  StringRef Text = Lexer::getSourceText(Range, SM, Context.getLangOpts());
  SmallVector<StringRef, 16> Words;
  SplitString(Text, Words);
  std::string Short = llvm::join(Words, " ");
  constexpr size_t Longest = 60;
  if (Short.size() > Longest)
    Short = Short.substr(0, Longest - 3) + "...";
  return Short;
}

WarpTerm WarpReader::term(const Stmt &S) const {
  return {placeOf(S.getBeginLoc(), Context.getSourceManager()), quote(S)};
}

bool WarpReader::mentions(const Stmt *S, const VarDecl *Variable) const {
  if (!S)
    return false;
  const auto *Ref = dyn_cast<DeclRefExpr>(S);
  return (Ref && Ref->getDecl() == Variable) ||
         llvm::any_of(S->children(),
                      [&](const Stmt *C) { return mentions(C, Variable); });
}

bool WarpReader::mentionsWarpSize(const Stmt *S) {
  if (!S)
    return false;
  const auto *E = dyn_cast<Expr>(S);
  return (E && isWarpSize(E, Out)) ||
         llvm::any_of(S->children(),
                      [&](const Stmt *C) { return mentionsWarpSize(C); });
}

/// Names by which people call the number of a thread or lane.
static bool soundsLikeThread(StringRef Name) {
  std::string Lower = Name.lower();
  StringRef N = Lower;
  return N == "tid" || N == "tidx" || N == "tx" || N.contains("thread") ||
         N.contains("lane") || N.ends_with("_tid");
}

bool WarpReader::isThreadIndex(const Expr *E, unsigned Depth) {
  E = E->IgnoreParenCasts();
  if (isa<ArraySubscriptExpr>(E) || isa<ConditionalOperator>(E))
    return false;
  if (const auto *Call = dyn_cast<CallExpr>(E))
    return Names.Ranks.contains(Callee(*Call).Name);
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    const auto *Variable = dyn_cast<VarDecl>(Ref->getDecl());
    if (!Variable || !Variable->getDeclName().isIdentifier())
      return false;
    if (Variable->getName() == Names.ThreadIndex ||
        Variable->getName() == Names.BlockSize)
      return Out.ownerOf(Variable) == Owner::Sdk;
    if (Counters.contains(Variable))
      return false;
    if (Variable->hasInit() && Variable->isLocalVarDecl())
      return Depth && isThreadIndex(Variable->getInit(), Depth - 1);
    return soundsLikeThread(Variable->getName());
  }
  // A thread's number divided by something is the number of a group.
  if (const auto *B = dyn_cast<BinaryOperator>(E);
      B && (B->getOpcode() == BO_Div || B->getOpcode() == BO_Shr))
    return false;
  return llvm::any_of(E->children(), [&](const Stmt *C) {
    const auto *Child = dyn_cast_or_null<Expr>(C);
    return Child && isThreadIndex(Child, Depth);
  });
}

/// A number of warps, by its name.
bool WarpReader::isWarpCount(const Expr *E) const {
  E = E->IgnoreParenCasts();
  StringRef Name;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    Name = nameOf(*Ref->getDecl());
  else if (E->getBeginLoc().isMacroID())
    Name = Lexer::getImmediateMacroName(
        E->getBeginLoc(), Context.getSourceManager(), Context.getLangOpts());
  return Name.contains_insensitive("warps");
}

/// `x % warpSize` or `x & (warpSize - 1)`, or a variable that begins so.
bool WarpReader::isLaneByWarpSize(const Expr *E, unsigned Depth) {
  E = E->IgnoreParenCasts();
  if (const auto *B = dyn_cast<BinaryOperator>(E))
    return (B->getOpcode() == BO_Rem || B->getOpcode() == BO_And) &&
           mentionsWarpSize(B->getRHS());
  const Expr *Init = initOf(E);
  return Depth && Init && isLaneByWarpSize(Init, Depth - 1);
}

/// A number that reaches `warpSize` or the lanes below it. How many warps there
/// are does not.
bool WarpReader::reachesLanes(const Expr *E) {
  E = E->IgnoreParenCasts();
  if (isWarpSize(E, Out) || isLaneByWarpSize(E))
    return true;
  const auto *B = dyn_cast<BinaryOperator>(E);
  if (B && B->getOpcode() == BO_Div)
    return reachesLanes(B->getLHS());
  return B && (reachesLanes(B->getLHS()) || reachesLanes(B->getRHS()));
}

/// `0xffffffff`, `0xffffffff >> (32 - n)`, or a variable that begins so.
bool WarpReader::isMaskOfAll(const Expr *E, unsigned Depth) const {
  E = E->IgnoreParenCasts();
  if (auto Bits = valueOf(E))
    return Group.areIn(*Bits);
  if (const auto *B = dyn_cast<BinaryOperator>(E))
    return B->getOpcode() == BO_Shr && isMaskOfAll(B->getLHS(), Depth);
  const Expr *Init = initOf(E);
  return Depth && Init && isMaskOfAll(Init, Depth - 1);
}

/// A mask that is shifted: all bits of 32, or the first.
bool WarpReader::isMaskOf32(const Expr *E) const {
  auto Bits = valueOf(E);
  return Bits && int64_t(Context.getTypeSize(E->getType())) == Group.All &&
         (Group.areIn(*Bits) || *Bits == 1);
}

} // namespace musify
