// What the device of a profile cannot do, or not so much of.
#include "Parse/Recorder.h"
#include "Parse/Rules/All.h"
#include "Parse/Rules/LocalConstants.h"
#include "Parse/Rules/WarpUse.h"
#include "Platform/Platform.h"
#include "clang/AST/Attr.h"
#include "clang/AST/ExprCXX.h"
#include "clang/ASTMatchers/ASTMatchers.h"

using namespace llvm;
using namespace clang;
using namespace clang::ast_matchers;

namespace musify {

std::optional<uint64_t> threadsOf(const Expr *E, const ASTContext &Context,
                                  LocalConstants &Locals) {
  E = Locals.meant(E->IgnoreUnlessSpelledInSource())
          ->IgnoreUnlessSpelledInSource();
  if (auto Value = Locals.valueOf(E, Context))
    return *Value < 0 ? std::nullopt : std::optional<uint64_t>(*Value);
  const auto *Dim = dyn_cast<CXXConstructExpr>(E);
  if (!Dim || Dim->getNumArgs() != 3)
    return std::nullopt;
  uint64_t Product = 1;
  for (const Expr *Arg : Dim->arguments()) {
    if (isa<CXXDefaultArgExpr>(Arg))
      continue;
    auto Value = Locals.valueOf(Arg, Context);
    if (!Value || *Value < 0)
      return std::nullopt;
    Product *= *Value;
  }
  return Product;
}

namespace {

bool isDeviceCode(const FunctionDecl &F) {
  return F.hasAttr<CUDAGlobalAttr>() ||
         (F.hasAttr<CUDADeviceAttr>() && !F.hasAttr<CUDAHostAttr>());
}

class DeviceLimits : public AstConcern {
public:
  using AstConcern::AstConcern;
  void addTo(MatchFinder &Finder) override;
  void run(const MatchFinder::MatchResult &Result) override;

private:
  using Limit = std::optional<unsigned> Architecture::*;
  /// The target with the lowest known limit, if `Value` is beyond it.
  const Architecture *exceeded(Limit Which, uint64_t Value) const;
  void checkShared(SourceLocation Loc, uint64_t Bytes, TypedId<3> What);
  void checkThreads(SourceLocation Loc, uint64_t Threads);
  void checkKernel(const FunctionDecl &F, ASTContext &Context);
  void checkLaunch(const CUDAKernelCallExpr &Call, const FunctionDecl &Caller,
                   const ASTContext &Context);
  void checkDynamic(const Expr &Bytes, const ASTContext &Context,
                    TypedId<3> What);
  void checkPlainLaunch(const CallExpr &Call, const ASTContext &Context);
  void checkField(const FieldDecl &Field, const Expr &Value,
                  const ASTContext &Context);
  void checkConfig(const InitListExpr &List, const ASTContext &Context);
  void checkConstant(const VarDecl &V, const ASTContext &Context);

  LocalConstants Locals;
  uint64_t ConstantBytes = 0; ///< of the unit so far
  bool ToldConstants = false;
};

void DeviceLimits::addTo(MatchFinder &Finder) {
  const DeviceNames &Names = sourcePlatform().Device;
  SmallVector<StringRef> Groups(Names.GridGroups.begin(),
                                Names.GridGroups.end());
  Finder.addMatcher(
      cudaKernelCallExpr(forFunction(functionDecl().bind("caller")))
          .bind("launch"),
      this);
  Finder.addMatcher(
      functionDecl(isDefinition(), hasAttr(attr::CUDAGlobal)).bind("kernel"),
      this);
  Finder.addMatcher(
      cxxMemberCallExpr(
          callee(cxxMethodDecl(
              hasName(Names.GridBarrier),
              ofClass(cxxRecordDecl(hasAnyName(ArrayRef<StringRef>(Groups)))))))
          .bind("sync"),
      this);
  Finder.addMatcher(
      callExpr(
          callee(functionDecl(hasName(Names.GridBarrier))),
          hasArgument(0, hasType(hasCanonicalType(hasDeclaration(cxxRecordDecl(
                             hasAnyName(ArrayRef<StringRef>(Groups))))))))
          .bind("free sync"),
      this);
  Finder.addMatcher(
      callExpr(callee(functionDecl(hasName(Out.nameHere(Names.SetAttribute)))),
               hasArgument(1, ignoringParenImpCasts(declRefExpr(
                                  to(enumConstantDecl(hasName(Out.nameHere(
                                      Names.SharedMemoryAttribute))))))))
          .bind("attribute"),
      this);
  Finder.addMatcher(
      varDecl(hasAttr(attr::CUDAConstant), isDefinition()).bind("constant"),
      this);
  Finder.addMatcher(
      initListExpr(hasType(hasCanonicalType(recordType()))).bind("config"),
      this);
  Finder.addMatcher(
      binaryOperator(hasOperatorName("="),
                     hasLHS(memberExpr(member(fieldDecl().bind("field")))))
          .bind("assignment"),
      this);
  Finder.addMatcher(
      cxxOperatorCallExpr(
          hasOverloadedOperatorName("="),
          hasArgument(0, memberExpr(member(fieldDecl().bind("field")))))
          .bind("class assignment"),
      this);
  Finder.addMatcher(callExpr(callee(functionDecl())).bind("call"), this);
}

const Architecture *DeviceLimits::exceeded(Limit Which, uint64_t Value) const {
  const Architecture *Lowest = nullptr;
  for (const Architecture *A : Out.targets())
    if (A->*Which && Value > *(A->*Which) &&
        (!Lowest || *(A->*Which) < *(Lowest->*Which)))
      Lowest = A;
  return Lowest;
}

void DeviceLimits::checkShared(SourceLocation Loc, uint64_t Bytes,
                               TypedId<3> What) {
  if (const Architecture *A = exceeded(&Architecture::SharedPerBlock, Bytes))
    Out.observe(Loc, say(What, Bytes, *A->SharedPerBlock, A->Name));
}

void DeviceLimits::checkThreads(SourceLocation Loc, uint64_t Threads) {
  if (const Architecture *A =
          exceeded(&Architecture::MaxThreadsPerBlock, Threads))
    Out.observe(Loc,
                say(msg::BlockSize, Threads, *A->MaxThreadsPerBlock, A->Name));
}

void DeviceLimits::checkKernel(const FunctionDecl &F, ASTContext &Context) {
  if (F.isDependentContext())
    return;
  if (const auto *Bounds = F.getAttr<CUDALaunchBoundsAttr>())
    if (auto Threads = valueOf(Bounds->getMaxThreads(), Context);
        Threads && *Threads > 0)
      checkThreads(Bounds->getMaxThreads()->getBeginLoc(), *Threads);
  uint64_t Bytes = 0;
  for (const Decl *D : F.decls())
    if (const auto *V = dyn_cast<VarDecl>(D);
        V && V->hasAttr<CUDASharedAttr>() && !V->hasExternalStorage() &&
        !V->getType()->isIncompleteType())
      Bytes += Context.getTypeSizeInChars(V->getType()).getQuantity();
  checkShared(F.getLocation(), Bytes, msg::KernelSharedMemory);
}

void DeviceLimits::checkLaunch(const CUDAKernelCallExpr &Call,
                               const FunctionDecl &Caller,
                               const ASTContext &Context) {
  const CallExpr *Config = Call.getConfig();
  if (!Config)
    return;
  if (isDeviceCode(Caller))
    Out.observe(Config->getBeginLoc(), say(msg::DeviceLaunch));
  if (Config->getNumArgs() < 2)
    return;
  if (auto Threads = threadsOf(Config->getArg(1), Context, Locals))
    checkThreads(Config->getArg(1)->getBeginLoc(), *Threads);
  if (Config->getNumArgs() > 2)
    checkDynamic(*Config->getArg(2), Context, msg::LaunchSharedMemory);
}

void DeviceLimits::checkDynamic(const Expr &Bytes, const ASTContext &Context,
                                TypedId<3> What) {
  if (auto Value = Locals.valueOf(&Bytes, Context); Value && *Value > 0)
    checkShared(Bytes.getBeginLoc(), *Value, What);
}

/// `cuLaunchKernel(f, gx, gy, gz, bx, by, bz, shared, ...)`.
void DeviceLimits::checkPlainLaunch(const CallExpr &Call,
                                    const ASTContext &Context) {
  constexpr unsigned Block = 4, Shared = 7;
  const FunctionDecl *F = Call.getDirectCallee();
  if (!F || Call.getNumArgs() <= Shared ||
      !Out.isSdkFunction(*F, sourcePlatform().Device.PlainLaunches))
    return;
  uint64_t Threads = 1;
  for (unsigned I = Block; I < Shared; ++I) {
    auto Value = Locals.valueOf(Call.getArg(I), Context);
    Threads *= Value && *Value > 0 ? *Value : 1;
  }
  checkThreads(Call.getArg(Block)->getBeginLoc(), Threads);
  checkDynamic(*Call.getArg(Shared), Context, msg::LaunchSharedMemory);
}

/// A field of the structure that configures a launch; its fields have the same
/// names on both sides.
void DeviceLimits::checkField(const FieldDecl &Field, const Expr &Value,
                              const ASTContext &Context) {
  constexpr unsigned Block = 1, Shared = 2;
  const LaunchNames &Launch = targetPlatform().Launch;
  if (!Field.getDeclName().isIdentifier())
    return;
  bool IsShared = Field.getName() == Launch.Fields[Shared];
  if ((!IsShared && Field.getName() != Launch.Fields[Block]) ||
      Out.ownerOf(Field.getParent()) != Owner::Sdk)
    return;
  if (IsShared)
    return checkDynamic(Value, Context, msg::LaunchSharedMemory);
  if (auto Threads = threadsOf(&Value, Context, Locals))
    checkThreads(Value.getBeginLoc(), *Threads);
}

void DeviceLimits::checkConfig(const InitListExpr &List,
                               const ASTContext &Context) {
  const InitListExpr *Whole =
      List.isSemanticForm() ? &List : List.getSemanticForm();
  const RecordDecl *Record =
      Whole ? Whole->getType()->getAsRecordDecl() : nullptr;
  if (!Record || Record->isUnion())
    return;
  unsigned I = 0;
  for (const FieldDecl *Field : Record->fields()) {
    if (I == Whole->getNumInits())
      return;
    if (const Expr *Value = Whole->getInit(I++))
      checkField(*Field, *Value, Context);
  }
}

/// Constant memory is one for all of a unit's kernels.
void DeviceLimits::checkConstant(const VarDecl &V, const ASTContext &Context) {
  // Clang gives it to each `constexpr` variable, which the host has, too.
  if (V.getAttr<CUDAConstantAttr>()->isImplicit())
    return;
  if (V.getType()->isIncompleteType() || V.getType()->isDependentType())
    return;
  ConstantBytes += Context.getTypeSizeInChars(V.getType()).getQuantity();
  const Architecture *A = exceeded(&Architecture::ConstantBytes, ConstantBytes);
  if (!A || ToldConstants)
    return;
  ToldConstants = true;
  Out.observe(V.getLocation(), say(msg::ConstantMemory, ConstantBytes,
                                   *A->ConstantBytes, A->Name));
}

void DeviceLimits::run(const MatchFinder::MatchResult &Result) {
  const auto &Nodes = Result.Nodes;
  if (const auto *V = Nodes.getNodeAs<VarDecl>("constant"))
    return checkConstant(*V, *Result.Context);
  if (const auto *List = Nodes.getNodeAs<InitListExpr>("config"))
    return checkConfig(*List, *Result.Context);
  if (const auto *Set = Nodes.getNodeAs<BinaryOperator>("assignment"))
    return checkField(*Nodes.getNodeAs<FieldDecl>("field"), *Set->getRHS(),
                      *Result.Context);
  if (const auto *Set =
          Nodes.getNodeAs<CXXOperatorCallExpr>("class assignment"))
    return checkField(*Nodes.getNodeAs<FieldDecl>("field"), *Set->getArg(1),
                      *Result.Context);
  if (const auto *Any = Nodes.getNodeAs<CallExpr>("call"))
    return checkPlainLaunch(*Any, *Result.Context);
  if (const auto *Call = Nodes.getNodeAs<CUDAKernelCallExpr>("launch"))
    return checkLaunch(*Call, *Nodes.getNodeAs<FunctionDecl>("caller"),
                       *Result.Context);
  if (const auto *F = Nodes.getNodeAs<FunctionDecl>("kernel"))
    return checkKernel(*F, *Result.Context);
  if (const auto *Sync = Nodes.getNodeAs<CXXMemberCallExpr>("sync")) {
    if (Out.ownerOf(Sync->getRecordDecl()) == Owner::Sdk)
      Out.observe(Sync->getExprLoc(), say(msg::GridSync));
    return;
  }
  if (const auto *Sync = Nodes.getNodeAs<CallExpr>("free sync")) {
    if (Out.ownerOf(Sync->getDirectCallee()) == Owner::Sdk)
      Out.observe(Sync->getExprLoc(), say(msg::GridSync));
    return;
  }
  const auto *Call = Nodes.getNodeAs<CallExpr>("attribute");
  if (Call->getNumArgs() > 2)
    checkDynamic(*Call->getArg(2), *Result.Context, msg::CallSharedMemory);
}

} // namespace

std::unique_ptr<AstConcern> makeDeviceLimits(Recorder &Out) {
  return std::make_unique<DeviceLimits>(Out);
}

} // namespace musify
