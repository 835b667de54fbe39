#include "Parse/Rules/WarpReader.h"
#include "Platform/Platform.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace llvm;
using namespace clang;

namespace musify {

static constexpr WarpUse::Terms WarpUse::*AllTerms[] = {
    &WarpUse::By32,      &WarpUse::ByWarpSize, &WarpUse::Masks,
    &WarpUse::OpenReads, &WarpUse::Wide,       &WarpUse::Overruns,
    &WarpUse::Assertions};

static void append(WarpUse::Terms &Mine, WarpUse::Terms More) {
  for (WarpTerm &T : More)
    if (llvm::none_of(Mine, [&](const auto &M) { return M.Loc == T.Loc; }))
      Mine.push_back(std::move(T));
}

void WarpUse::merge(WarpUse Other) {
  for (Terms WarpUse::*Each : AllTerms)
    append(this->*Each, std::move(Other.*Each));
  for (const Call &C : Other.Calls) // one instantiation calls like another
    if (llvm::none_of(Calls, [&](const Call &M) { return M.Loc == C.Loc; }))
      Calls.push_back(C);
  Shuffles |= Other.Shuffles;
  IsBlockwide |= Other.IsBlockwide;
}

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

/// True if something is asked of `threadIdx` but `x`.
static bool usesPlane(const Stmt *S) {
  if (!S)
    return false;
  std::string Dimension = threadDimension(S);
  return Dimension.empty() ? llvm::any_of(S->children(), usesPlane)
                           : Dimension != "x";
}

/// `threadIdx.x`, or a variable that begins so.
static bool isThreadX(const Expr *E, unsigned Depth = 4) {
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

bool WarpReader::compareWarpSize(const BinaryOperator &B) {
  if (!B.isComparisonOp())
    return false;
  bool Left = isWarpSize(B.getLHS(), Out), Right = isWarpSize(B.getRHS(), Out);
  if (!(Left && valueOf(B.getRHS())) && !(Right && valueOf(B.getLHS())))
    return false;
  if (is(Left ? B.getRHS() : B.getLHS(), Group.All))
    Use.Assertions.push_back(term(B));
  return true;
}

void WarpReader::visitBinary(const BinaryOperator &B) {
  const Expr *Left = B.getLHS(), *Right = B.getRHS();
  auto Counts = [&](const Expr *Index) {
    const auto *Product = dyn_cast<BinaryOperator>(Index->IgnoreParenCasts());
    bool IsScaled = Product && Product->getOpcode() == BO_Mul;
    if (!IsScaled && isThreadIndex(Index))
      Use.By32.push_back(term(B));
  };
  switch (B.getOpcode()) {
  case BO_Rem:
  case BO_RemAssign:
  case BO_Div:
  case BO_DivAssign:
    return is(Right, Group.All) ? Counts(Left) : void();
  case BO_Shl: // `1 << warpSize`, `0xffffffff >> (warpSize - n)`: of 32 bits
  case BO_Shr:
    if (isMaskOf32(Left) && reachesLanes(Right))
      return Use.Masks.push_back(term(B));
    [[fallthrough]];
  case BO_ShrAssign:
    return B.getOpcode() != BO_Shl && is(Right, Group.Log2) ? Counts(Left)
                                                            : void();
  case BO_And:
  case BO_AndAssign:
    return is(Right, Group.Last)  ? Counts(Left)
           : is(Left, Group.Last) ? Counts(Right)
                                  : void();
  case BO_EQ: // the last lane
  case BO_NE:
    if ((widthOf(Right) == Group.Last && isLaneByWarpSize(Left)) ||
        (widthOf(Left) == Group.Last && isLaneByWarpSize(Right)))
      Use.By32.push_back(term(B));
    return;
  case BO_Mul: // how many threads so many warps have
    if ((is(Right, Group.All) && isWarpCount(Left)) ||
        (is(Left, Group.All) && isWarpCount(Right)))
      Use.By32.push_back(term(B));
    return;
  default:
    return;
  }
}

bool WarpReader::shufflesBy(const Stmt *S, const VarDecl *Variable) const {
  if (!S)
    return false;
  if (const auto *Call = dyn_cast<CallExpr>(S);
      Call && Callee(*Call).Name.contains_insensitive(Names.ShuffleWord) &&
      mentions(Call, Variable))
    return true;
  return llvm::any_of(S->children(),
                      [&](const Stmt *C) { return shufflesBy(C, Variable); });
}

/// `for (int o = 16; o > 0; o >>= 1)` and its mirror image around a shuffle.
void WarpReader::visitLoop(const ForStmt &Loop) {
  const VarDecl *Variable = nullptr;
  const Expr *Start = nullptr;
  if (const auto *D = dyn_cast_or_null<DeclStmt>(Loop.getInit())) {
    if (D->isSingleDecl())
      Variable = dyn_cast<VarDecl>(D->getSingleDecl());
    Start = Variable ? Variable->getInit() : nullptr;
  } else if (const auto *B = dyn_cast_or_null<BinaryOperator>(Loop.getInit())) {
    const auto *Ref = dyn_cast<DeclRefExpr>(B->getLHS()->IgnoreParenCasts());
    Variable = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
    Start = B->getRHS();
  }
  // `for (int i = lane; i < n; i += warpSize)` goes through data.
  if (Variable && mentionsWarpSize(Loop.getInc()))
    Counters.insert(Variable);
  if (!Variable || !Start || !shufflesBy(Loop.getBody(), Variable))
    return;
  const auto *End = dyn_cast_or_null<BinaryOperator>(
      Loop.getCond() ? Loop.getCond()->IgnoreParenImpCasts() : nullptr);
  bool Rises =
      End && ((End->getOpcode() == BO_LT && is(End->getRHS(), Group.All)) ||
              (End->getOpcode() == BO_LE && is(End->getRHS(), Group.Half)));
  if (is(Start, Group.Half) || Rises)
    Use.By32.push_back(
        {term(*Start).Loc,
         "for (" + quote(*Loop.getInit()) +
             (Loop.getCond() ? " " + quote(*Loop.getCond()) : "") + "; ...)"});
}

/// True for an argument that the user wrote.
static bool isGiven(const CallExpr &Call, unsigned Index) {
  return Index < Call.getNumArgs() &&
         !isa<CXXDefaultArgExpr>(Call.getArg(Index));
}

/// `threadIdx.x < 32`, or less, or `threadIdx.x / 32 == 0`. A function that
/// asks for the other dimensions of a block may have more such threads in a
/// warp.
bool WarpReader::keepsFirstGroup(const Expr *Condition) {
  Condition = Condition->IgnoreParenImpCasts();
  if (const auto *Not = dyn_cast<UnaryOperator>(Condition))
    return Not->getOpcode() == UO_LNot && !usesPlane(F.getBody()) &&
           isGroupNumber(Not->getSubExpr());
  const auto *B = dyn_cast<BinaryOperator>(Condition);
  if (!B)
    return false;
  if (B->getOpcode() == BO_EQ && is(B->getRHS(), 0) &&
      isGroupNumber(B->getLHS()))
    return !usesPlane(F.getBody());
  if (B->getOpcode() == BO_LAnd)
    return keepsFirstGroup(B->getLHS()) || keepsFirstGroup(B->getRHS());
  auto Bound = valueOf(B->getRHS());
  return Bound && isThreadX(B->getLHS()) && !usesPlane(F.getBody()) &&
         ((B->getOpcode() == BO_LT && *Bound <= Group.All) ||
          (B->getOpcode() == BO_LE && *Bound < Group.All) ||
          (B->getOpcode() == BO_EQ && *Bound < Group.All));
}

/// A thread's own number with some of its last bits set, cleared or turned: in
/// a group of 32 whatever the size of a warp.
bool WarpReader::isNearOwnLane(const Expr *Lane) const {
  const auto *B = dyn_cast<BinaryOperator>(Lane->IgnoreParenImpCasts());
  if (!B || usesPlane(F.getBody()))
    return false;
  const Expr *Own = B->getLHS(), *Bits = B->getRHS();
  if (!isThreadX(Own))
    std::swap(Own, Bits);
  auto Value = valueOf(Bits);
  if (!Value || !isThreadX(Own))
    return false;
  uint32_t Changed = uint32_t(B->getOpcode() == BO_And ? ~*Value : *Value);
  return (B->getOpcode() == BO_And || B->getOpcode() == BO_Or ||
          B->getOpcode() == BO_Xor) &&
         Changed <= Group.Last;
}

/// What a parameter has where a caller gives nothing; null if that is unknown
/// or `E` is no parameter.
static const Expr *defaultOf(const Expr *E) {
  const auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts());
  const auto *Parameter = Ref ? dyn_cast<ParmVarDecl>(Ref->getDecl()) : nullptr;
  if (!Parameter || !Parameter->hasDefaultArg() ||
      Parameter->hasUnparsedDefaultArg())
    return nullptr;
  return Parameter->hasUninstantiatedDefaultArg()
             ? Parameter->getUninstantiatedDefaultArg()
             : Parameter->getDefaultArg();
}

/// The number, or that of a parameter's default argument.
std::optional<int64_t> WarpReader::widthOf(const Expr *Width) const {
  const Expr *Default = defaultOf(Width);
  return valueOf(Default ? Default : Width);
}

bool WarpReader::isWholeWarp(const Expr *Width) {
  const Expr *Default = defaultOf(Width);
  return isWarpSize(Default ? Default : Width, Out);
}

void WarpReader::visitShuffle(const CallExpr &Call, StringRef Name) {
  Use.Shuffles = true;
  bool HasMask = Names.Masked.contains(Name);
  unsigned Lane = HasMask ? 2 : 1, Width = Lane + 1;
  if (Call.getNumArgs() <= Lane)
    return;
  if (isGiven(Call, Width)) {
    if (HasMask && isWholeWarp(Call.getArg(Width))) {
      Use.ByWarpSize.push_back(term(*Call.getArg(Width)));
      Use.Masks.push_back({term(Call).Loc, quote(*Call.getArg(0))});
    }
    std::optional<int64_t> Lanes = widthOf(Call.getArg(Width));
    if (Lanes == Group.All)
      Use.By32.push_back(term(Call));
    else if (Lanes && *Lanes > Addressed)
      Use.Wide.push_back(term(Call));
    return;
  }
  if (isBlockOneGroup())
    return;
  if (Names.NumberedReads.contains(Name)) {
    if (!IsFirstGroup && !isNearOwnLane(Call.getArg(Lane)) &&
        !readsCommonValue(Call, Call.getArg(Lane - 1), Call.getArg(Lane))) {
      Use.OpenReads.push_back(term(Call));
      Use.OpenReads.back().End = Call.getRParenLoc();
    }
  } else if (is(Call.getArg(Lane), Group.Half))
    Use.By32.push_back(term(Call));
}

void WarpReader::visitCall(const CallExpr &Call) {
  Callee To(Call);
  if (!To.F || To.Name.empty())
    return;
  if (Out.ownerOf(To.F) != Owner::Sdk) {
    Use.Calls.push_back({term(Call).Loc, To.F});
    return;
  }
  StringRef Name = To.Name;
  if (Names.Shuffles.contains(Name))
    visitShuffle(Call, Name);
  if (Names.BlockBarriers.contains(Name))
    Use.IsBlockwide = true;
  if (Names.Partitions.contains(Name) && !To.TemplateArgs.empty()) {
    const TemplateArgument &Size = To.TemplateArgs.front().getArgument();
    if (Size.getKind() == TemplateArgument::Expression &&
        is(Size.getAsExpr(), Group.All))
      Use.By32.push_back(term(Call));
  }
  bool IsGroups = isa<CXXMethodDecl>(To.F) && // of cooperative groups
                  Names.GroupBallots.contains(Name);
  if (IsGroups || Names.Ballots.contains(Name)) {
    Use.Masks.push_back(term(Call));
  } else if (Names.Masked.contains(Name) && Call.getNumArgs()) {
    const Expr *Mask = Call.getArg(0);
    if (isMaskOfAll(Mask))
      Use.Masks.push_back({term(Call).Loc, quote(*Mask)});
  }
}

/// How far apart the lanes lie in an index: 8 of `8 * (tid % warpSize)`; 0 of
/// what is no lane.
int64_t WarpReader::strideOf(const Expr *Index, unsigned Depth) {
  Index = Index->IgnoreParenCasts();
  if (isLaneByWarpSize(Index))
    return 1;
  if (const auto *B = dyn_cast<BinaryOperator>(Index);
      B && B->getOpcode() == BO_Mul) {
    if (auto Factor = valueOf(B->getLHS()))
      return *Factor * strideOf(B->getRHS(), Depth);
    if (auto Factor = valueOf(B->getRHS()))
      return *Factor * strideOf(B->getLHS(), Depth);
  }
  const Expr *Init = initOf(Index);
  return Depth && Init ? strideOf(Init, Depth - 1) : 0;
}

void WarpReader::visitSubscript(const ArraySubscriptExpr &E) {
  const Expr *Base = E.getBase()->IgnoreParenImpCasts();
  const auto *Array = Context.getAsConstantArrayType(Base->getType());
  while (const auto *Row = dyn_cast<ArraySubscriptExpr>(Base))
    Base = Row->getBase()->IgnoreParenImpCasts();
  const auto *Ref = dyn_cast<DeclRefExpr>(Base);
  // `if (tid < warpSize) s[tid] += s[tid + 32];`
  const auto *Sum = dyn_cast<BinaryOperator>(E.getIdx()->IgnoreParenImpCasts());
  if (AsksWarpSize && Ref && Ref->getDecl()->hasAttr<CUDASharedAttr>() && Sum &&
      Sum->getOpcode() == BO_Add && is(Sum->getRHS(), Group.All) &&
      isThreadIndex(Sum->getLHS()))
    Use.By32.push_back(term(E));
  if (!Array || !Ref || !Ref->getDecl()->hasAttr<CUDASharedAttr>() || IsGuarded)
    return;
  // Room for the source's lanes, but not for those of all targets.
  int64_t Size = Array->getZExtSize(), Stride = strideOf(E.getIdx());
  if (Stride <= 0 || Size <= Group.Last * Stride ||
      Size > (Largest - 1) * Stride)
    return;
  Use.Overruns.push_back(term(E));
  Use.Overruns.back().Room = divideCeil(Size, Stride);
}

/// True if the condition compares sizes, which may keep lanes out.
static bool mayExclude(const Stmt *Condition) {
  if (!Condition)
    return false;
  const auto *B = dyn_cast<BinaryOperator>(Condition);
  return (B && (B->isRelationalOp() || B->isEqualityOp())) ||
         llvm::any_of(Condition->children(),
                      [](const Stmt *C) { return mayExclude(C); });
}

void WarpReader::visit(const Stmt *S) {
  if (!S)
    return;
  SaveAndRestore Restore(IsGuarded), RestoreAsks(AsksWarpSize);
  const Stmt *FirstGroup = nullptr;
  if (const auto *If = dyn_cast<IfStmt>(S)) {
    IsGuarded |= mayExclude(If->getCond());
    AsksWarpSize |= mentionsWarpSize(If->getCond());
    if (keepsFirstGroup(If->getCond()))
      FirstGroup = If->getThen();
  } else if (const auto *Choice = dyn_cast<ConditionalOperator>(S))
    IsGuarded |= mayExclude(Choice->getCond());
  else if (const auto *Loop = dyn_cast<ForStmt>(S))
    visitLoop(*Loop);
  else if (const auto *Call = dyn_cast<CallExpr>(S))
    visitCall(*Call);
  else if (const auto *E = dyn_cast<ArraySubscriptExpr>(S))
    visitSubscript(*E);
  else if (const auto *B = dyn_cast<BinaryOperator>(S)) {
    if (compareWarpSize(*B))
      return;
    visitBinary(*B);
  } else if (const auto *Ref = dyn_cast<DeclRefExpr>(S)) {
    Use.IsBlockwide |= Ref->getDecl()->hasAttr<CUDASharedAttr>();
    if (isWarpSize(Ref, Out))
      Use.ByWarpSize.push_back(term(*Ref));
  }
  for (const Stmt *Child : S->children()) {
    SaveAndRestore RestoreGroup(IsFirstGroup,
                                IsFirstGroup || (Child && Child == FirstGroup));
    visit(Child);
  }
}

void WarpUse::sort(const SourceManager &SM) {
  for (Terms WarpUse::*Each : AllTerms)
    llvm::sort(this->*Each, [&](const WarpTerm &A, const WarpTerm &B) {
      return SM.isBeforeInTranslationUnit(A.Loc, B.Loc);
    });
}

WarpUse warpUseOf(const FunctionDecl &F, Recorder &Out) {
  WarpReader R(F, Out);
  R.visit(F.getBody());
  return std::move(R.Use);
}

} // namespace musify
