// `warpSize` is 128 on mp_10, mp_21 and mp_22, but shuffles and votes of width
// 32 act there on groups of 32 lanes, and masks have 32 bits (vendor
// documentation; MooreThreads/muAlg cub/util_ptx.cuh). So a function may count
// lanes in 32s throughout, or by `warpSize`, but not both; each function is
// judged as a whole, with the helpers that it calls for shuffles.
#include "Parse/Recorder.h"
#include "Parse/Rules/All.h"
#include "Parse/Rules/LocalConstants.h"
#include "Parse/Rules/ValueReader.h"
#include "Parse/Rules/WarpUse.h"
#include "Platform/Answers.h"
#include "Platform/Platform.h"
#include "clang/AST/Attr.h"
#include "clang/AST/ExprCXX.h"
#include "clang/ASTMatchers/ASTMatchers.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include <utility>

using namespace llvm;
using namespace clang;
using namespace clang::ast_matchers;

namespace musify {
namespace {

/// All instantiations of a function are one for us.
const FunctionDecl *keyOf(const FunctionDecl *F) {
  if (const FunctionDecl *Pattern = F->getTemplateInstantiationPattern())
    F = Pattern;
  if (const FunctionDecl *Definition = F->getDefinition())
    F = Definition;
  return F->getCanonicalDecl();
}

class WarpContract : public AstConcern {
public:
  using AstConcern::AstConcern;
  void addTo(MatchFinder &Finder) override;
  void run(const MatchFinder::MatchResult &Result) override;
  void onEndOfTranslationUnit() override;

private:
  void add(const FunctionDecl &F);
  void judge(const FunctionDecl &F, const WarpUse &Use);
  bool isLaunchedAsOneGroup(const FunctionDecl &F);
  bool judgeCalls(const WarpUse &Use);
  void judgeHost();
  void judgeComparisons();
  void judgeLaunch(const CUDAKernelCallExpr &Launch, const FunctionDecl &Host);
  void judgeBounds(const CUDAKernelCallExpr &Launch);
  void noteBlockSize(const CUDAKernelCallExpr &Launch);
  std::optional<int64_t> threadsAt(const Expr *E, unsigned WarpSize,
                                   const ASTContext &Context) const;
  bool isHostWarpSize(const Expr *E) const;
  const WarpUse *helper(const FunctionDecl *F,
                        WarpUse::Terms WarpUse::*Kind) const;
  Message sizes(unsigned Room = 0) const;
  unsigned maskLanes() const;

  MapVector<const FunctionDecl *, WarpUse> Uses;
  /// What a template shuffles, where no instantiation tells more.
  DenseMap<const FunctionDecl *, WarpUse::Terms> OpenInPattern;
  SmallPtrSet<const FunctionDecl *, 16> Instantiated;
  std::vector<SourceLocation> HostSizes;           ///< `prop.warpSize`
  std::vector<const BinaryOperator *> Comparisons; ///< that may be with these
  struct Launch {
    const CUDAKernelCallExpr *Call;
    const FunctionDecl *Host;
  };
  std::vector<Launch> Launches;
  LocalConstants Locals;
  const ASTContext *Context = nullptr;
};

void WarpContract::addTo(MatchFinder &Finder) {
  if (!hasOtherWarps(Out.targets()))
    return;
  const WarpNames &Names = sourcePlatform().Warp;
  Finder.addMatcher(
      functionDecl(isDefinition(),
                   anyOf(hasAttr(attr::CUDADevice), hasAttr(attr::CUDAGlobal)))
          .bind("device"),
      this);
  Finder.addMatcher(
      memberExpr(
          member(fieldDecl(hasName(Names.SizeField),
                           hasDeclContext(recordDecl(hasName(Out.nameHere(
                               sourcePlatform().Device.Properties)))))))
          .bind("member"),
      this);
  for (StringRef Attribute : Names.SizeAttributes)
    Finder.addMatcher(
        declRefExpr(to(enumConstantDecl(hasName(Out.nameHere(Attribute)))))
            .bind("attribute"),
        this);
  Finder.addMatcher(
      binaryOperator(isComparisonOperator(),
                     hasEitherOperand(ignoringParenImpCasts(
                         memberExpr(member(hasName(Names.SizeField))))))
          .bind("comparison"),
      this);
  Finder.addMatcher(cudaKernelCallExpr(forFunction(functionDecl().bind("host")))
                        .bind("launch"),
                    this);
}

void WarpContract::run(const MatchFinder::MatchResult &Result) {
  const auto &Nodes = Result.Nodes;
  if (const auto *F = Nodes.getNodeAs<FunctionDecl>("device")) {
    if (F->hasBody())
      add(*F);
  } else if (const auto *Member = Nodes.getNodeAs<MemberExpr>("member")) {
    HostSizes.push_back(Member->getMemberLoc());
  } else if (const auto *B = Nodes.getNodeAs<BinaryOperator>("comparison")) {
    Comparisons.push_back(B);
    Context = Result.Context;
  } else if (const auto *Ref = Nodes.getNodeAs<DeclRefExpr>("attribute")) {
    HostSizes.push_back(Ref->getLocation());
  } else if (const auto *Call = Nodes.getNodeAs<CUDAKernelCallExpr>("launch")) {
    Launches.push_back({Call, Nodes.getNodeAs<FunctionDecl>("host")});
  }
}

void WarpContract::add(const FunctionDecl &F) {
  WarpUse Use = warpUseOf(F, Out);
  if (F.isDependentContext())
    OpenInPattern[keyOf(&F)] = std::exchange(Use.OpenReads, {});
  else if (F.getTemplateInstantiationPattern())
    Instantiated.insert(keyOf(&F));
  Uses[keyOf(&F)].merge(std::move(Use));
}

Message WarpContract::sizes(unsigned Room) const {
  return warpSizesOf(Out.targets(), Room);
}

/// What `F` is, if it is a helper that shuffles for its caller and shows
/// `Kind` but not the other way to count. Wrappers are looked through once.
const WarpUse *WarpContract::helper(const FunctionDecl *F,
                                    WarpUse::Terms WarpUse::*Kind) const {
  auto Find = [&](const FunctionDecl *G) -> const WarpUse * {
    auto It = Uses.find(keyOf(G));
    return It == Uses.end() || It->second.IsBlockwide ? nullptr : &It->second;
  };
  auto Fits = [&](const WarpUse *U) {
    bool IsMixed = U && !U->By32.empty() && !U->ByWarpSize.empty();
    return U && U->Shuffles && !IsMixed && !(U->*Kind).empty();
  };
  const WarpUse *Own = Find(F);
  if (!Own || Fits(Own))
    return Own;
  if (Own->By32.empty() && Own->ByWarpSize.empty())
    for (const WarpUse::Call &C : Own->Calls)
      if (const WarpUse *Inner = Find(C.Callee); Fits(Inner))
        return Inner;
  return nullptr;
}

/// True if something was found.
bool WarpContract::judgeCalls(const WarpUse &Use) {
  bool Counts = !Use.By32.empty(), Asks = !Use.ByWarpSize.empty();
  if (Counts == Asks)
    return false;
  auto Kind = Counts ? &WarpUse::ByWarpSize : &WarpUse::By32;
  for (const WarpUse::Call &C : Use.Calls) {
    const WarpUse *Other = helper(C.Callee, Kind);
    if (!Other || (Other->*Kind).empty())
      continue;
    std::string Name = C.Callee->getNameAsString();
    Out.observe(C.Loc, Counts ? say(msg::WarpCalleeDiffers, sizes(), Name,
                                    Use.By32.front().Text)
                              : say(msg::WarpCallerDiffers, sizes(), Name,
                                    (Other->*Kind).front().Text));
    return true;
  }
  return false;
}

/// True if the unit launches the kernel, and never with more than 32 threads
/// in a block.
bool WarpContract::isLaunchedAsOneGroup(const FunctionDecl &F) {
  bool Seen = false;
  for (const Launch &L : Launches) {
    const FunctionDecl *Kernel = L.Call->getDirectCallee();
    if (!Kernel || keyOf(Kernel) != &F)
      continue;
    const CallExpr *Config = L.Call->getConfig();
    auto Threads = Config && Config->getNumArgs() > 1
                       ? threadsOf(Config->getArg(1), F.getASTContext(), Locals)
                       : std::nullopt;
    if (!Threads || *Threads > sourcePlatform().Warp.Size)
      return false;
    Seen = true;
  }
  return Seen;
}

/// As many as a mask addresses on all targets.
unsigned WarpContract::maskLanes() const {
  return (*llvm::min_element(
              Out.targets(),
              [](auto *A, auto *B) { return A->MaskLanes < B->MaskLanes; }))
      ->MaskLanes;
}

void WarpContract::judge(const FunctionDecl &F, const WarpUse &Use) {
  for (const WarpTerm &T : Use.Assertions)
    Out.observe(T.Loc, say(msg::WarpAssertion, sizes(), T.Text));
  for (const WarpTerm &T : Use.Wide)
    Out.observe(T.Loc, say(msg::ShuffleTooWide, T.Text, maskLanes()));
  for (const WarpTerm &T : Use.Overruns)
    Out.observe(T.Loc, say(msg::WarpArray, sizes(T.Room), T.Text));
  bool Counts = !Use.By32.empty(), Asks = !Use.ByWarpSize.empty();
  if (Counts && Asks) {
    Out.observe(Use.ByWarpSize.front().Loc,
                say(msg::WarpMixed, sizes(), Use.By32.front().Text));
    return;
  }
  if (judgeCalls(Use))
    return;
  if (Asks && !Use.Masks.empty())
    Out.observe(Use.Masks.front().Loc,
                say(msg::WarpMask, Use.Masks.front().Text,
                    sourcePlatform().Warp.SizeVariable));
  else if (Asks && !Use.Barriers.empty())
    Out.observe(Use.Barriers.front().Loc,
                say(msg::WarpBarrier, Use.Barriers.front().Text,
                    sourcePlatform().Warp.SizeVariable));
  if (Asks || Use.OpenReads.empty() || isLaunchedAsOneGroup(F))
    return;
  const WarpTerm &First = Use.OpenReads.front();
  size_t More = Use.OpenReads.size() - 1;
  Message What = say(msg::ShuffleOpen, sizes(), First.Text);
  if (More)
    What.add(say(msg::ShuffleOpenMore, More));
  std::string Width = ", " + std::to_string(sourcePlatform().Warp.Size);
  std::vector<FixItHint> Fix;
  for (const WarpTerm &T : Use.OpenReads)
    Fix.push_back(FixItHint::CreateInsertion(T.End, Width));
  Out.observe(First.Loc, std::move(What), std::nullopt, Fix);
}

/// Names by which people call the number 32 when they mean it.
static bool isWarpConstant(StringRef Name) {
  return Name.contains_insensitive("warp") && !Name.contains_insensitive("num");
}

/// What decides about the shape of a launch: its arguments, and what the local
/// variables in them are made from.
class LaunchShape {
public:
  LaunchShape(const CallExpr &Config, const FunctionDecl &Host) {
    for (unsigned I = 0; I < std::min(2u, Config.getNumArgs()); ++I)
      add(Config.getArg(I));
    size_t Known = 0; // assignments may name further variables
    while (std::exchange(Known, Variables.size()) != Variables.size())
      addAssignments(Host.getBody());
  }
  /// The first place where a number stands for the size of a warp.
  SourceLocation findWarpOf32(const ASTContext &Context) const {
    for (const Stmt *S : Parts)
      if (SourceLocation Loc = findIn(S, Context); Loc.isValid())
        return Loc;
    return {};
  }

private:
  void add(const Stmt *S) {
    if (S && Seen.insert(S).second) {
      Parts.push_back(S);
      noteVariables(S);
    }
  }
  void noteVariables(const Stmt *S) {
    if (!S)
      return;
    if (const auto *Ref = dyn_cast<DeclRefExpr>(S))
      if (const auto *V = dyn_cast<VarDecl>(Ref->getDecl());
          V && V->isLocalVarDecl() && Variables.insert(V).second)
        add(V->getInit());
    for (const Stmt *Child : S->children())
      noteVariables(Child);
  }
  static bool isPartOf(const Expr *E,
                       const SmallPtrSetImpl<const VarDecl *> &Vs) {
    E = E->IgnoreParenImpCasts();
    if (const auto *Member = dyn_cast<MemberExpr>(E))
      return isPartOf(Member->getBase(), Vs);
    const auto *Ref = dyn_cast<DeclRefExpr>(E);
    const auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
    return V && Vs.contains(V);
  }
  void addAssignments(const Stmt *S) {
    if (!S)
      return;
    if (const auto *B = dyn_cast<BinaryOperator>(S);
        B && B->isAssignmentOp() && isPartOf(B->getLHS(), Variables))
      add(B->getRHS());
    for (const Stmt *Child : S->children())
      addAssignments(Child);
  }
  /// A constant about warps, or one of the variables divided by 32.
  SourceLocation findIn(const Stmt *S, const ASTContext &Context) const {
    const SourceManager &SM = Context.getSourceManager();
    if (!S)
      return {};
    if (const auto *Number = dyn_cast<IntegerLiteral>(S);
        Number && Number->getLocation().isMacroID() &&
        Number->getValue() == Size &&
        isWarpConstant(Lexer::getImmediateMacroName(Number->getLocation(), SM,
                                                    Context.getLangOpts())))
      return SM.getExpansionLoc(Number->getLocation());
    if (const auto *Ref = dyn_cast<DeclRefExpr>(S);
        Ref && isWarpConstant(nameOf(*Ref->getDecl())) &&
        valueOf(Ref, Context) == Size)
      return Ref->getLocation();
    if (const auto *B = dyn_cast<BinaryOperator>(S);
        B && B->getOpcode() == BO_Div &&
        valueOf(B->getRHS(), Context) == Size) {
      // `blockDim.x * N / 32` too, but no size of the data.
      const auto *Product =
          dyn_cast<BinaryOperator>(B->getLHS()->IgnoreParenImpCasts());
      bool IsBlock =
          Product && Product->getOpcode() == BO_Mul
              ? isBlock(Product->getLHS()) || isBlock(Product->getRHS())
              : isBlock(B->getLHS());
      if (IsBlock)
        return B->getRHS()->getBeginLoc();
    }
    for (const Stmt *Child : S->children())
      if (SourceLocation Loc = findIn(Child, Context); Loc.isValid())
        return Loc;
    return {};
  }
  /// One of the variables, if it is a `dim3`.
  bool isBlock(const Expr *E) const {
    const auto *Member = dyn_cast<MemberExpr>(E->IgnoreParenImpCasts());
    return Member && isPartOf(Member, Variables) &&
           Member->getBase()->getType().getUnqualifiedType().getAsString() ==
               sourcePlatform().Device.Dimensions;
  }

  const unsigned Size = sourcePlatform().Warp.Size;
  SmallVector<const Stmt *> Parts;
  SmallPtrSet<const Stmt *, 16> Seen;
  SmallPtrSet<const VarDecl *, 8> Variables;
};

void WarpContract::judgeLaunch(const CUDAKernelCallExpr &Launch,
                               const FunctionDecl &Host) {
  const FunctionDecl *Kernel = Launch.getDirectCallee();
  auto It = Kernel ? Uses.find(keyOf(Kernel)) : Uses.end();
  if (It == Uses.end() || !It->second.By32.empty() ||
      It->second.ByWarpSize.empty() || !Launch.getConfig())
    return;
  SourceLocation Loc =
      LaunchShape(*Launch.getConfig(), Host).findWarpOf32(Host.getASTContext());
  if (Loc.isValid())
    Out.observe(Loc,
                say(msg::HostLaunchOf32, sizes(), Kernel->getNameAsString()));
}

/// `prop.warpSize` of the host.
bool WarpContract::isHostWarpSize(const Expr *E) const {
  const auto *Member = dyn_cast<MemberExpr>(E);
  return Member && llvm::is_contained(HostSizes, Member->getMemberLoc());
}

/// What the expression is where a warp has so many lanes; none if it is made of
/// something else.
std::optional<int64_t>
WarpContract::threadsAt(const Expr *E, unsigned WarpSize,
                        const ASTContext &Context) const {
  E = E->IgnoreUnlessSpelledInSource()->IgnoreParenCasts();
  if (isHostWarpSize(E))
    return WarpSize;
  if (auto Value = valueOf(E, Context))
    return Value;
  if (const Expr *Init = constantInit(E))
    return threadsAt(Init, WarpSize, Context);
  const auto *B = dyn_cast<BinaryOperator>(E);
  if (!B || (B->getOpcode() != BO_Mul && B->getOpcode() != BO_Add))
    return std::nullopt;
  auto Left = threadsAt(B->getLHS(), WarpSize, Context),
       Right = threadsAt(B->getRHS(), WarpSize, Context);
  if (!Left || !Right)
    return std::nullopt;
  return B->getOpcode() == BO_Mul ? *Left * *Right : *Left + *Right;
}

/// A block of so many warps may be larger than the kernel was compiled for.
void WarpContract::judgeBounds(const CUDAKernelCallExpr &Launch) {
  const FunctionDecl *Kernel = Launch.getDirectCallee();
  const auto *Bounds =
      Kernel ? Kernel->getAttr<CUDALaunchBoundsAttr>() : nullptr;
  const CallExpr *Config = Launch.getConfig();
  if (!Bounds || !Config || Config->getNumArgs() < 2)
    return;
  const Expr *Block = Config->getArg(1);
  const ASTContext &Context = Kernel->getASTContext();
  auto Most = valueOf(Bounds->getMaxThreads(), Context);
  auto Before = threadsAt(Block, sourcePlatform().Warp.Size, Context);
  if (!Most || !Before || *Before > *Most)
    return;
  for (const Architecture *A : Out.targets())
    if (auto Now = threadsAt(Block, A->WarpSize, Context); Now && *Now > *Most)
      return Out.observe(Block->getBeginLoc(),
                         say(msg::BlockBeyondBounds, sizes(), *Now,
                             Kernel->getNameAsString(), *Most));
}

/// Another unit may make the block as large as the device's warps.
void WarpContract::noteBlockSize(const CUDAKernelCallExpr &Launch) {
  const FunctionDecl *Kernel = Launch.getDirectCallee();
  auto It = Kernel ? Uses.find(keyOf(Kernel)) : Uses.end();
  const CallExpr *Config = Launch.getConfig();
  if (It == Uses.end() || It->second.By32.empty() ||
      !It->second.ByWarpSize.empty() || !Config || Config->getNumArgs() < 2)
    return;
  const Expr *Block = Config->getArg(1)->IgnoreUnlessSpelledInSource();
  std::vector<const Expr *> Sizes = {Block};
  if (const auto *Dim = dyn_cast<CXXConstructExpr>(Block))
    Sizes.assign(Dim->arg_begin(), Dim->arg_end());
  for (const Expr *Size : Sizes)
    for (ValueNode Node : ValueReader(Out).nodesIn(Size))
      Out.noteUse(Block->getBeginLoc(), Asked::WarpSize, Node,
                  say(msg::BlockOfWarpSize, "", sizes(),
                      Kernel->getNameAsString(), It->second.By32.front().Text),
                  Severity::Warning);
}

/// `prop.warpSize == 32`, whatever the kernels do.
void WarpContract::judgeComparisons() {
  for (const BinaryOperator *B : Comparisons)
    for (auto [Side, Other] : {std::pair{B->getLHS(), B->getRHS()},
                               std::pair{B->getRHS(), B->getLHS()}}) {
      Side = Side->IgnoreParenImpCasts();
      if (!isHostWarpSize(Side) ||
          valueOf(Other, *Context) != sourcePlatform().Warp.Size)
        continue;
      SourceLocation At = cast<MemberExpr>(Side)->getMemberLoc();
      Out.observe(At,
                  say(msg::HostWarpCompared, sourcePlatform().Device.Properties,
                      sourcePlatform().Warp.Size, sizes()));
      llvm::erase(HostSizes, At);
    }
}

void WarpContract::judgeHost() {
  for (const Launch &L : Launches) {
    judgeLaunch(*L.Call, *L.Host);
    judgeBounds(*L.Call);
    if (HostSizes.empty() && Out.followsValues())
      noteBlockSize(*L.Call);
  }
  judgeComparisons();
  const WarpTerm *Fixed = nullptr;
  for (const auto &[F, Use] : Uses) {
    if (!Use.ByWarpSize.empty())
      return; // some kernel here follows the device
    if (!Use.By32.empty() && !Fixed)
      Fixed = &Use.By32.front();
  }
  if (!Fixed)
    return;
  for (SourceLocation Loc : HostSizes)
    Out.observe(Loc, say(msg::HostWarpSize, sizes(), Fixed->Text));
}

void WarpContract::onEndOfTranslationUnit() {
  for (auto &[F, Terms] : OpenInPattern)
    if (!Instantiated.contains(F))
      Uses[F].OpenReads = std::move(Terms);
  for (auto &Item : Uses)
    Item.second.sort(Out.sourceManager());
  for (const auto &[F, Use] : Uses)
    judge(*F, Use);
  judgeHost();
}

} // namespace

std::unique_ptr<AstConcern> makeWarpContract(Recorder &Out) {
  return std::make_unique<WarpContract>(Out);
}

} // namespace musify
