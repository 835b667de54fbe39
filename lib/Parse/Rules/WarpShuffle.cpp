// Calls by which the lanes of a warp exchange values or vote, and the loops
// around them.
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

/// `Width / 2` of a parameter of a template that is 32 if nothing else is
/// given.
bool WarpReader::isLikelyHalf(const Expr *E) const {
  const auto *B = dyn_cast<BinaryOperator>(E->IgnoreParenImpCasts());
  return B && isLikely32(B->getLHS()) &&
         ((B->getOpcode() == BO_Div && is(B->getRHS(), 2)) ||
          (B->getOpcode() == BO_Shr && is(B->getRHS(), 1)));
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
  if (!is(Start, Group.Half) && !isLikelyHalf(Start) && !Rises)
    return;
  Use.Shuffles = true; // by a wrapper, too
  Use.By32.push_back({term(*Start).Loc,
                      "for (" + quote(*Loop.getInit()) +
                          (Loop.getCond() ? " " + quote(*Loop.getCond()) : "") +
                          "; ...)"});
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

/// `thread / 128`: all lanes of the largest warp have it alike.
bool WarpReader::isOfLargestWarp(const Expr *Value) {
  const auto *B = dyn_cast<BinaryOperator>(Value->IgnoreParenImpCasts());
  auto Threads =
      B && B->getOpcode() == BO_Div ? valueOf(B->getRHS()) : std::nullopt;
  return Threads && *Threads >= Largest && *Threads % Largest == 0 &&
         isThreadIndex(B->getLHS());
}

/// A thread's own number with some of its last bits set, cleared or turned: in
/// a group of 32 whatever the size of a warp. Bits that were cleared may be
/// added.
bool WarpReader::isNearOwnLane(const Expr *Lane) const {
  const auto *B = dyn_cast<BinaryOperator>(Lane->IgnoreParenImpCasts());
  if (!B || usesPlane(F.getBody()))
    return false;
  if (B->getOpcode() == BO_Add) {
    const auto *Cleared =
        dyn_cast<BinaryOperator>(B->getLHS()->IgnoreParenImpCasts());
    auto Added = valueOf(B->getRHS());
    auto Kept = Cleared && Cleared->getOpcode() == BO_And
                    ? valueOf(Cleared->getRHS())
                    : std::nullopt;
    return Added && Kept && !(*Added & *Kept) && *Added >= 0 &&
           isNearOwnLane(Cleared);
  }
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
        !isOfLargestWarp(Call.getArg(Lane - 1)) &&
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
  if (Names.NumberedReads.contains(To.Name))
    Out.noteCapabilityField(Call.getCallee()->getExprLoc());
  if (Out.ownerOf(To.F) != Owner::Sdk) {
    Use.Calls.push_back({term(Call).Loc, To.F});
    return;
  }
  StringRef Name = To.Name;
  if (Names.Shuffles.contains(Name))
    visitShuffle(Call, Name);
  if (Names.BlockBarriers.contains(Name))
    Use.IsBlockwide = true;
  if (Names.WarpBarriers.contains(Name) &&
      (!isGiven(Call, 0) || isMaskOfAll(Call.getArg(0))))
    Use.Barriers.push_back(term(Call));
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

} // namespace musify
