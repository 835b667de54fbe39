#include "Parse/Rules/DeviceRange.h"
#include "Parse/Rules/ValueReader.h"
#include "Platform/Platform.h"
#include "clang/AST/ParentMapContext.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using namespace clang;

namespace musify {

/// The lowest major number of a device of either side.
static int64_t lowestMajor() {
  int64_t Lowest = INT64_MAX;
  for (Capability C : sourcePlatform().Capabilities)
    Lowest = std::min<int64_t>(Lowest, C.Major);
  for (const Architecture *A : targetPlatform().current())
    Lowest = std::min<int64_t>(Lowest, A->Answers.Major);
  return Lowest;
}

static bool isNamed(ArrayRef<const Expr *> Leaves, StringRef Word) {
  return llvm::any_of(Leaves, [&](const Expr *Leaf) {
    const ValueDecl *D = nullptr;
    if (const auto *Ref = dyn_cast<DeclRefExpr>(Leaf))
      D = Ref->getDecl();
    else if (const auto *Member = dyn_cast<MemberExpr>(Leaf))
      D = Member->getMemberDecl();
    else if (const auto *Call = dyn_cast<CallExpr>(Leaf))
      D = Call->getDirectCallee();
    return D && D->getDeclName().isIdentifier() &&
           D->getName().contains_insensitive(Word);
  });
}

/// What the comparison is for all devices; none if it may differ. A minor
/// number may be as low as zero.
static std::optional<bool> commonAnswer(const BinaryOperator &B,
                                        const ASTContext &Context) {
  const Expr *Side = B.getLHS(), *Number = B.getRHS();
  BinaryOperatorKind Op = B.getOpcode();
  if (comparedNumber(Number, Context) <= 0) {
    std::swap(Side, Number);
    if (B.isRelationalOp())
      Op = BinaryOperator::reverseComparisonOp(Op);
  }
  int64_t N = comparedNumber(Number, Context), Lowest = lowestMajor();
  SmallVector<const Expr *, 2> Leaves = leavesOf(Side);
  const DeviceNames &Names = sourcePlatform().Device;
  bool IsMajor = isNamed(Leaves, Names.Major);
  if (N <= 0 || (isNamed(Leaves, Names.Minor) && !IsMajor) ||
      (N < Lowest && !IsMajor))
    return std::nullopt;
  bool IsBelow = N < Lowest;
  switch (Op) {
  case BO_LT:
    return N <= Lowest ? std::optional(false) : std::nullopt;
  case BO_GE:
    return N <= Lowest ? std::optional(true) : std::nullopt;
  case BO_LE:
  case BO_EQ:
    return IsBelow ? std::optional(false) : std::nullopt;
  case BO_GT:
  case BO_NE:
    return IsBelow ? std::optional(true) : std::nullopt;
  default:
    return std::nullopt;
  }
}

static const Stmt *parentOf(const Stmt &S, ASTContext &Context) {
  DynTypedNodeList Parents = Context.getParents(S);
  return Parents.empty() ? nullptr : Parents[0].get<Stmt>();
}

/// True if an operand of the `&&` is false for all devices.
static bool isNever(const BinaryOperator &And, const ASTContext &Context) {
  auto IsFalse = [&](const Expr *E) {
    const auto *B = dyn_cast<BinaryOperator>(E->IgnoreParenImpCasts());
    if (!B || B->containsErrors())
      return false;
    if (B->getOpcode() == BO_LAnd)
      return isNever(*B, Context);
    return B->isComparisonOp() && commonAnswer(*B, Context) == false;
  };
  return IsFalse(And.getLHS()) || IsFalse(And.getRHS());
}

bool isBelowAllDevices(const BinaryOperator &B, ASTContext &Context) {
  if (B.isTypeDependent() || B.isValueDependent() || B.containsErrors())
    return false;
  if (commonAnswer(B, Context))
    return true;
  for (const Stmt *S = parentOf(B, Context); S; S = parentOf(*S, Context)) {
    const auto *And = dyn_cast<BinaryOperator>(S);
    if (And && And->getOpcode() == BO_LAnd) {
      if (!And->isValueDependent() && isNever(*And, Context))
        return true;
    } else if (!isa<ParenExpr, ImplicitCastExpr>(S)) {
      return false;
    }
  }
  return false;
}

const Stmt *blockAround(const Stmt &S, ASTContext &Context) {
  const Stmt *At = &S;
  while (At && !isa<CompoundStmt>(At))
    At = parentOf(*At, Context);
  return At;
}

} // namespace musify
