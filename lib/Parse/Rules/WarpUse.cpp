#include "Parse/Rules/WarpUse.h"
#include "Parse/Recorder.h"
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

bool isWarpSize(const Expr *E, Recorder &Out) {
  const auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts());
  const auto *Variable = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  return Variable && Variable->getDeclName().isIdentifier() &&
         Variable->getName() == sourcePlatform().Warp.SizeVariable &&
         Out.ownerOf(Variable) == Owner::Sdk;
}

namespace {

/// A function called, or looked up where only an instantiation knows more.
struct Callee {
  const FunctionDecl *F = nullptr;
  StringRef Name;
  ArrayRef<TemplateArgumentLoc> TemplateArgs; ///< as written

  explicit Callee(const CallExpr &Call) {
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
};

/// What the local variable that `E` names begins with; null if it names none.
const Expr *initOf(const Expr *E) {
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
  const auto *Variable = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  return Variable && Variable->isLocalVarDecl() ? Variable->getInit() : nullptr;
}

/// The numbers that a warp's code of the source is full of.
struct Lanes {
  int64_t All = sourcePlatform().Warp.Size, Half = All / 2, Last = All - 1;
  int64_t Log2 = Log2_64(All);
  uint64_t Mask = maskTrailingOnes<uint64_t>(All);

  bool areIn(int64_t Bits) const { return (uint64_t(Bits) & Mask) == Mask; }
};

/// `x` of `threadIdx.x`; empty if `S` is something else.
std::string threadDimension(const Stmt *S) {
  const auto *Member = dyn_cast<MemberExpr>(S);
  const auto *Ref =
      Member ? dyn_cast<DeclRefExpr>(Member->getBase()->IgnoreParenImpCasts())
             : nullptr;
  bool IsIndex =
      Ref && nameOf(*Ref->getDecl()) == sourcePlatform().Warp.ThreadIndex;
  return IsIndex ? Member->getMemberDecl()->getNameAsString() : "";
}

/// True if something is asked of `threadIdx` but `x`.
bool usesPlane(const Stmt *S) {
  if (!S)
    return false;
  std::string Dimension = threadDimension(S);
  return Dimension.empty() ? llvm::any_of(S->children(), usesPlane)
                           : Dimension != "x";
}

/// `threadIdx.x`, or a variable that begins so.
bool isThreadX(const Expr *E, unsigned Depth = 4) {
  E = E->IgnoreParenImpCasts();
  if (threadDimension(E) == "x")
    return true;
  const Expr *Init = initOf(E);
  return Depth && Init && isThreadX(Init, Depth - 1);
}

/// Walks one body.
class Reader {
public:
  Reader(const FunctionDecl &F, Recorder &Out)
      : F(F), Context(F.getASTContext()), Out(Out) {
    for (const Architecture *A : Out.targets()) {
      Largest = std::max<int64_t>(Largest, A->WarpSize);
      Addressed = std::min<int64_t>(Addressed, A->MaskLanes);
    }
  }

  void visit(const Stmt *S);
  WarpUse Use;

private:
  void visitBinary(const BinaryOperator &B);
  void visitCall(const CallExpr &Call);
  bool saysBlockIs32(const Expr *Condition) const;
  bool assertsBlockIs32(const FunctionDecl &Function) const;
  bool isBlockOneGroup() const;
  void visitShuffle(const CallExpr &Call, StringRef Name);
  void visitLoop(const ForStmt &Loop);
  void visitSubscript(const ArraySubscriptExpr &E);
  bool compareWarpSize(const BinaryOperator &B);
  bool isMaskOf32(const Expr *E) const;
  bool isMaskOfAll(const Expr *E, unsigned Depth = 2) const;
  bool reachesLanes(const Expr *E);
  bool isThreadIndex(const Expr *E, unsigned Depth = 4);
  bool isWarpCount(const Expr *E) const;
  bool isLaneByWarpSize(const Expr *E, unsigned Depth = 2);
  int64_t strideOf(const Expr *Index, unsigned Depth = 2);
  bool mentions(const Stmt *S, const VarDecl *Variable) const;
  bool mentionsWarpSize(const Stmt *S);
  bool shufflesBy(const Stmt *S, const VarDecl *Variable) const;
  bool keepsFirstGroup(const Expr *Condition) const;
  void collect(const Stmt *S);
  void collectAssignment(const BinaryOperator &B);
  bool isOfGroups(const Expr *E, BinaryOperatorKind Op, BinaryOperatorKind Bits,
                  int64_t Operand, unsigned Depth = 2);
  /// `tid % 32` or `tid & 31`, and `tid / 32` or `tid >> 5`.
  bool isGroupLane(const Expr *E) {
    return isOfGroups(E, BO_Rem, BO_And, Group.Last);
  }
  bool isGroupNumber(const Expr *E) {
    return isOfGroups(E, BO_Div, BO_Shr, Group.Log2);
  }
  bool isLikely32(const Expr *E) const;
  bool isPartOfGroupLane(const Expr *E);
  bool isCommon(const Expr *E, unsigned Depth = 4);
  bool isCommonVariable(const ValueDecl &D, unsigned Depth);
  bool readsCommonValue(const CallExpr &Shuffle, const Expr *Value,
                        const Expr *Lane);
  std::optional<int64_t> valueOf(const Expr *E) const {
    return musify::valueOf(E, Context);
  }
  bool is(const Expr *E, int64_t Value) const { return valueOf(E) == Value; }
  WarpTerm term(const Stmt &S) const;
  std::string quote(const Stmt &S) const;

  const FunctionDecl &F;
  const ASTContext &Context;
  Recorder &Out;
  const WarpNames &Names = sourcePlatform().Warp;
  const Lanes Group;
  int64_t Largest = 0;                      ///< lanes of a target's warp
  int64_t Addressed = INT64_MAX;            ///< by masks on all targets
  SmallPtrSet<const VarDecl *, 4> Counters; ///< that go from warp to warp
  bool IsGuarded = false;    ///< below a test that may keep lanes out
  bool IsFirstGroup = false; ///< where only the first 32 threads come

  /// What a variable gets, in the order of the source.
  struct Assignment {
    const VarDecl *Variable;
    const Expr *Value;
    SmallVector<const Expr *, 4> Under; ///< conditions
    unsigned At;
  };
  std::vector<Assignment> Assignments;
  DenseMap<const CallExpr *, unsigned> CallAt;
  /// Arrays that have an element for each group: all groups see them whole.
  SmallPtrSet<const ValueDecl *, 4> GroupArrays;
  SmallVector<const Expr *, 4> Conditions; ///< around what is collected
  unsigned Collected = 0;
};

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

std::string Reader::quote(const Stmt &S) const {
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

WarpTerm Reader::term(const Stmt &S) const {
  return {placeOf(S.getBeginLoc(), Context.getSourceManager()), quote(S)};
}

bool Reader::mentions(const Stmt *S, const VarDecl *Variable) const {
  if (!S)
    return false;
  const auto *Ref = dyn_cast<DeclRefExpr>(S);
  return (Ref && Ref->getDecl() == Variable) ||
         llvm::any_of(S->children(),
                      [&](const Stmt *C) { return mentions(C, Variable); });
}

bool Reader::mentionsWarpSize(const Stmt *S) {
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

bool Reader::isThreadIndex(const Expr *E, unsigned Depth) {
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
bool Reader::isWarpCount(const Expr *E) const {
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
bool Reader::isLaneByWarpSize(const Expr *E, unsigned Depth) {
  E = E->IgnoreParenCasts();
  if (const auto *B = dyn_cast<BinaryOperator>(E))
    return (B->getOpcode() == BO_Rem || B->getOpcode() == BO_And) &&
           mentionsWarpSize(B->getRHS());
  const Expr *Init = initOf(E);
  return Depth && Init && isLaneByWarpSize(Init, Depth - 1);
}

/// A number that reaches `warpSize` or the lanes below it. How many warps there
/// are does not.
bool Reader::reachesLanes(const Expr *E) {
  E = E->IgnoreParenCasts();
  if (isWarpSize(E, Out) || isLaneByWarpSize(E))
    return true;
  const auto *B = dyn_cast<BinaryOperator>(E);
  if (B && B->getOpcode() == BO_Div)
    return reachesLanes(B->getLHS());
  return B && (reachesLanes(B->getLHS()) || reachesLanes(B->getRHS()));
}

/// `0xffffffff`, `0xffffffff >> (32 - n)`, or a variable that begins so.
bool Reader::isMaskOfAll(const Expr *E, unsigned Depth) const {
  E = E->IgnoreParenCasts();
  if (auto Bits = valueOf(E))
    return Group.areIn(*Bits);
  if (const auto *B = dyn_cast<BinaryOperator>(E))
    return B->getOpcode() == BO_Shr && isMaskOfAll(B->getLHS(), Depth);
  const Expr *Init = initOf(E);
  return Depth && Init && isMaskOfAll(Init, Depth - 1);
}

/// A mask that is shifted: all bits of 32, or the first.
bool Reader::isMaskOf32(const Expr *E) const {
  auto Bits = valueOf(E);
  return Bits && int64_t(Context.getTypeSize(E->getType())) == Group.All &&
         (Group.areIn(*Bits) || *Bits == 1);
}

bool Reader::compareWarpSize(const BinaryOperator &B) {
  if (!B.isComparisonOp())
    return false;
  bool Left = isWarpSize(B.getLHS(), Out), Right = isWarpSize(B.getRHS(), Out);
  if (!(Left && valueOf(B.getRHS())) && !(Right && valueOf(B.getLHS())))
    return false;
  if (is(Left ? B.getRHS() : B.getLHS(), Group.All))
    Use.Assertions.push_back(term(B));
  return true;
}

void Reader::visitBinary(const BinaryOperator &B) {
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
  case BO_Mul: // how many threads so many warps have
    if ((is(Right, Group.All) && isWarpCount(Left)) ||
        (is(Left, Group.All) && isWarpCount(Right)))
      Use.By32.push_back(term(B));
    return;
  default:
    return;
  }
}

bool Reader::shufflesBy(const Stmt *S, const VarDecl *Variable) const {
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
void Reader::visitLoop(const ForStmt &Loop) {
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

/// `threadIdx.x < 32`, or less. A function that asks for the other dimensions
/// of a block may have more such threads in a warp.
bool Reader::keepsFirstGroup(const Expr *Condition) const {
  const auto *B = dyn_cast<BinaryOperator>(Condition->IgnoreParenImpCasts());
  if (!B)
    return false;
  if (B->getOpcode() == BO_LAnd)
    return keepsFirstGroup(B->getLHS()) || keepsFirstGroup(B->getRHS());
  auto Bound = valueOf(B->getRHS());
  return Bound && isThreadX(B->getLHS()) && !usesPlane(F.getBody()) &&
         ((B->getOpcode() == BO_LT && *Bound <= Group.All) ||
          (B->getOpcode() == BO_LE && *Bound < Group.All) ||
          (B->getOpcode() == BO_EQ && *Bound < Group.All));
}

void Reader::collectAssignment(const BinaryOperator &B) {
  const Expr *To = B.getLHS()->IgnoreParenImpCasts();
  if (const auto *Ref = dyn_cast<DeclRefExpr>(To)) {
    if (const auto *Variable = dyn_cast<VarDecl>(Ref->getDecl()))
      Assignments.push_back({Variable,
                             B.isCompoundAssignmentOp() ? &B : B.getRHS(),
                             Conditions, Collected++});
  } else if (const auto *Element = dyn_cast<ArraySubscriptExpr>(To)) {
    const auto *Array =
        dyn_cast<DeclRefExpr>(Element->getBase()->IgnoreParenImpCasts());
    if (Array && isGroupNumber(Element->getIdx()))
      GroupArrays.insert(Array->getDecl());
  }
}

void Reader::collect(const Stmt *S) {
  if (!S)
    return;
  if (const auto *If = dyn_cast<IfStmt>(S)) {
    collect(If->getCond());
    Conditions.push_back(If->getCond());
    collect(If->getThen());
    collect(If->getElse());
    Conditions.pop_back();
    return;
  }
  for (const Stmt *Child : S->children())
    collect(Child);
  if (const auto *D = dyn_cast<DeclStmt>(S)) {
    for (const Decl *Each : D->decls())
      if (const auto *Variable = dyn_cast<VarDecl>(Each);
          Variable && Variable->hasInit())
        Assignments.push_back(
            {Variable, Variable->getInit(), Conditions, Collected++});
  } else if (const auto *Call = dyn_cast<CallExpr>(S)) {
    CallAt[Call] = Collected++;
  } else if (const auto *B = dyn_cast<BinaryOperator>(S);
             B && B->isAssignmentOp()) {
    collectAssignment(*B);
  }
}

/// 32, or a parameter of a template that is 32 if nothing else is given.
bool Reader::isLikely32(const Expr *E) const {
  if (is(E, Group.All))
    return true;
  const auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts());
  const auto *P =
      Ref ? dyn_cast<NonTypeTemplateParmDecl>(Ref->getDecl()) : nullptr;
  return P && P->hasDefaultArgument() &&
         is(P->getDefaultArgument().getArgument().getAsExpr(), Group.All);
}

bool Reader::isOfGroups(const Expr *E, BinaryOperatorKind Op,
                        BinaryOperatorKind Bits, int64_t Operand,
                        unsigned Depth) {
  E = E->IgnoreParenCasts();
  if (const auto *B = dyn_cast<BinaryOperator>(E))
    return ((B->getOpcode() == Op && isLikely32(B->getRHS())) ||
            (B->getOpcode() == Bits && is(B->getRHS(), Operand))) &&
           isThreadIndex(B->getLHS());
  const Expr *Init = initOf(E);
  return Depth && Init && isOfGroups(Init, Op, Bits, Operand, Depth - 1);
}

bool Reader::isCommonVariable(const ValueDecl &D, unsigned Depth) {
  if (isa<EnumConstantDecl>(D) || isa<NonTypeTemplateParmDecl>(D))
    return true;
  const auto *Variable = dyn_cast<VarDecl>(&D);
  if (!Variable || Variable->getName() == Names.ThreadIndex)
    return false;
  if (Variable->hasAttr<CUDASharedAttr>() || GroupArrays.contains(Variable))
    return true;
  if (Variable->hasGlobalStorage())
    return Variable->hasAttr<CUDAConstantAttr>() ||
           Variable->getType().isConstQualified() ||
           Variable->getType()->isConstantArrayType();
  size_t Times = llvm::count_if(
      Assignments, [&](const Assignment &A) { return A.Variable == Variable; });
  if (isa<ParmVarDecl>(Variable)) {
    const auto *Kernel = dyn_cast<FunctionDecl>(Variable->getDeclContext());
    return Kernel && Kernel->hasAttr<CUDAGlobalAttr>() && !Times;
  }
  return Depth && Times <= 1 && Variable->hasInit() &&
         isCommon(Variable->getInit(), Depth - 1);
}

/// `threadIdx.x & 7` or `threadIdx.x % 8`: a number within a part of a group.
bool Reader::isPartOfGroupLane(const Expr *E) {
  const auto *B = dyn_cast<BinaryOperator>(E);
  auto Operand = B ? valueOf(B->getRHS()) : std::nullopt;
  if (!Operand || *Operand < 1 || *Operand > Group.All ||
      !isThreadIndex(B->getLHS()))
    return false;
  return (B->getOpcode() == BO_And && *Operand < Group.All) ||
         (B->getOpcode() == BO_Rem && Group.All % *Operand == 0);
}

/// True if all groups of 32 lanes of a block find the same in `E`, lane by
/// lane.
bool Reader::isCommon(const Expr *E, unsigned Depth) {
  E = E->IgnoreParenCasts();
  if (isGroupLane(E) || isPartOfGroupLane(E))
    return true;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    return isCommonVariable(*Ref->getDecl(), Depth);
  if (isa<CallExpr>(E))
    return false;
  if (const auto *Unary = dyn_cast<UnaryOperator>(E);
      Unary &&
      (Unary->isIncrementDecrementOp() || Unary->getOpcode() == UO_Deref))
    return false;
  if (const auto *B = dyn_cast<BinaryOperator>(E); B && B->isAssignmentOp())
    return false;
  return llvm::all_of(E->children(), [&](const Stmt *Child) {
    const auto *Part = dyn_cast_or_null<Expr>(Child);
    return Part && isCommon(Part, Depth);
  });
}

/// True if a shuffle reads what each group has alike, so that it does not
/// matter which group it reads from: `V = Sums[lane]`, reduced, and read from
/// lane 0.
bool Reader::readsCommonValue(const CallExpr &Shuffle, const Expr *Value,
                              const Expr *Lane) {
  const auto *Ref = dyn_cast<DeclRefExpr>(Value->IgnoreParenImpCasts());
  const auto *Variable = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (!Variable)
    return false;
  if (!Collected)
    collect(F.getBody());
  auto At = CallAt.find(&Shuffle);
  if (At == CallAt.end())
    return false;
  // A captured variable begins in the function around this one.
  const Expr *Last = Variable->getDeclContext() != &F
                         ? Variable->getAnyInitializer()
                         : nullptr;
  ArrayRef<const Expr *> Under;
  for (const Assignment &A : Assignments) {
    if (A.Variable != Variable || A.Value->IgnoreParenImpCasts() == &Shuffle ||
        shufflesBy(A.Value, Variable)) // reduces what is there
      continue;
    if (A.At > At->second)
      return false; // in a loop it may come first
    Last = mentions(A.Value, Variable) ? nullptr : A.Value;
    Under = A.Under;
  }
  return Last && isCommon(Last) &&
         llvm::all_of(Under, [&](const Expr *Condition) {
           return is(Lane, 0) && isCommon(Condition);
         });
}

/// True for `kBlockSize == 32` and the like.
bool Reader::saysBlockIs32(const Expr *Condition) const {
  const auto *B = dyn_cast<BinaryOperator>(Condition->IgnoreParenImpCasts());
  if (!B || (B->getOpcode() != BO_EQ && B->getOpcode() != BO_LE) ||
      !is(B->getRHS(), Group.All))
    return false;
  const auto *Ref = dyn_cast<DeclRefExpr>(B->getLHS()->IgnoreParenImpCasts());
  return Ref && nameOf(*Ref->getDecl()).contains_insensitive("block");
}

/// True if a `static_assert` in the body says so.
bool Reader::assertsBlockIs32(const FunctionDecl &Function) const {
  const auto *Body = dyn_cast_or_null<CompoundStmt>(Function.getBody());
  if (!Body)
    return false;
  return llvm::any_of(Body->body(), [&](const Stmt *S) {
    const auto *D = dyn_cast<DeclStmt>(S);
    const auto *Assert = D && D->isSingleDecl()
                             ? dyn_cast<StaticAssertDecl>(D->getSingleDecl())
                             : nullptr;
    return Assert && saysBlockIs32(Assert->getAssertExpr());
  });
}

/// True if the code itself says that a block has no more than 32 threads, in
/// this function or in another of its class.
bool Reader::isBlockOneGroup() const {
  const auto *Bounds = F.getAttr<CUDALaunchBoundsAttr>();
  auto Most = Bounds ? valueOf(Bounds->getMaxThreads()) : std::nullopt;
  if ((Most && *Most <= Group.All) || assertsBlockIs32(F))
    return true;
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  return Method && llvm::any_of(Method->getParent()->methods(),
                                [&](const CXXMethodDecl *M) {
                                  return assertsBlockIs32(*M);
                                });
}

void Reader::visitShuffle(const CallExpr &Call, StringRef Name) {
  Use.Shuffles = true;
  bool HasMask = Names.Masked.contains(Name);
  unsigned Lane = HasMask ? 2 : 1, Width = Lane + 1;
  if (Call.getNumArgs() <= Lane)
    return;
  if (isGiven(Call, Width)) {
    std::optional<int64_t> Lanes = valueOf(Call.getArg(Width));
    if (Lanes == Group.All)
      Use.By32.push_back(term(Call));
    else if (Lanes && *Lanes > Addressed)
      Use.Wide.push_back(term(Call));
    return;
  }
  if (isBlockOneGroup())
    return;
  if (Names.NumberedReads.contains(Name)) {
    if (!IsFirstGroup &&
        !readsCommonValue(Call, Call.getArg(Lane - 1), Call.getArg(Lane)))
      Use.OpenReads.push_back(term(Call));
  } else if (is(Call.getArg(Lane), Group.Half))
    Use.By32.push_back(term(Call));
}

void Reader::visitCall(const CallExpr &Call) {
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
int64_t Reader::strideOf(const Expr *Index, unsigned Depth) {
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

void Reader::visitSubscript(const ArraySubscriptExpr &E) {
  const Expr *Base = E.getBase()->IgnoreParenImpCasts();
  const auto *Array = Context.getAsConstantArrayType(Base->getType());
  while (const auto *Row = dyn_cast<ArraySubscriptExpr>(Base))
    Base = Row->getBase()->IgnoreParenImpCasts();
  const auto *Ref = dyn_cast<DeclRefExpr>(Base);
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

void Reader::visit(const Stmt *S) {
  if (!S)
    return;
  SaveAndRestore Restore(IsGuarded);
  const Stmt *FirstGroup = nullptr;
  if (const auto *If = dyn_cast<IfStmt>(S)) {
    IsGuarded |= mayExclude(If->getCond());
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

} // namespace

void WarpUse::sort(const SourceManager &SM) {
  for (Terms WarpUse::*Each : AllTerms)
    llvm::sort(this->*Each, [&](const WarpTerm &A, const WarpTerm &B) {
      return SM.isBeforeInTranslationUnit(A.Loc, B.Loc);
    });
}

WarpUse warpUseOf(const FunctionDecl &F, Recorder &Out) {
  Reader R(F, Out);
  R.visit(F.getBody());
  return std::move(R.Use);
}

} // namespace musify
