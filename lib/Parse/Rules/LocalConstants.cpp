#include "Parse/Rules/LocalConstants.h"
#include "Parse/Recorder.h"
#include "Parse/Rules/WarpUse.h"
#include "Platform/Platform.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MathExtras.h"

using namespace llvm;
using namespace clang;

namespace musify {

/// `v`, `v.x`
static bool isPartOf(const Expr *E, const VarDecl &V) {
  E = E->IgnoreParenImpCasts();
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return !Member->isArrow() && isPartOf(Member->getBase(), V);
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
  return Ref && Ref->getDecl() == &V;
}

/// True if the call may write to the variable, by a reference or as its object.
static bool isGivenToChange(const Expr *Argument, const VarDecl &V) {
  return Argument && Argument->isLValue() &&
         !Argument->getType().isConstQualified() && isPartOf(Argument, V);
}

/// True if `S` itself may give the variable another value.
static bool changes(const Stmt *S, const VarDecl &V) {
  auto IsGiven = [&](const Expr *Argument) {
    return isGivenToChange(Argument, V);
  };
  if (const auto *B = dyn_cast<BinaryOperator>(S))
    return B->isAssignmentOp() && isPartOf(B->getLHS(), V);
  if (const auto *U = dyn_cast<UnaryOperator>(S))
    return (U->isIncrementDecrementOp() || U->getOpcode() == UO_AddrOf) &&
           isPartOf(U->getSubExpr(), V);
  if (const auto *Call = dyn_cast<CallExpr>(S)) {
    const auto *OfMember = dyn_cast<CXXMemberCallExpr>(Call);
    return llvm::any_of(Call->arguments(), IsGiven) ||
           (OfMember && IsGiven(OfMember->getImplicitObjectArgument()));
  }
  const auto *Construct = dyn_cast<CXXConstructExpr>(S);
  return Construct && llvm::any_of(Construct->arguments(), IsGiven);
}

static bool mayChange(const Stmt *S, const VarDecl &V) {
  return S && (changes(S, V) || llvm::any_of(S->children(), [&](auto *Child) {
                 return mayChange(Child, V);
               }));
}

/// A number, or the shape of a grid or block.
static bool isSize(QualType T) {
  const auto *Record = T->getAsCXXRecordDecl();
  return T->isIntegralOrEnumerationType() ||
         (Record && nameOf(*Record) == sourcePlatform().Device.Dimensions);
}

const Expr *LocalConstants::initOf(const VarDecl &V) {
  auto [It, IsNew] = Inits.try_emplace(&V, nullptr);
  if (!IsNew || !V.isLocalVarDecl() || !V.hasInit() || !isSize(V.getType()))
    return It->second;
  const auto *F = dyn_cast<FunctionDecl>(V.getDeclContext());
  bool Stays = V.getType().isConstQualified() ||
               (F && F->hasBody() && !mayChange(F->getBody(), V));
  return Inits[&V] = Stays ? V.getInit() : nullptr;
}

const Expr *LocalConstants::meant(const Expr *E) {
  E = E->IgnoreParenCasts();
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
  const auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  const Expr *Init = V ? initOf(*V) : nullptr;
  return Init ? meant(Init) : E;
}

static std::optional<int64_t> apply(BinaryOperatorKind Op, int64_t L,
                                    int64_t R) {
  int64_t Out = 0;
  switch (Op) {
  case BO_Add:
    return AddOverflow(L, R, Out) ? std::nullopt : std::optional(Out);
  case BO_Sub:
    return SubOverflow(L, R, Out) ? std::nullopt : std::optional(Out);
  case BO_Mul:
    return MulOverflow(L, R, Out) ? std::nullopt : std::optional(Out);
  case BO_Div:
    return R > 0 ? std::optional(L / R) : std::nullopt;
  case BO_Shl:
    return L >= 0 && L <= UINT32_MAX && R >= 0 && R < 31 ? std::optional(L << R)
                                                         : std::nullopt;
  case BO_Shr:
    return L >= 0 && R >= 0 && R < 63 ? std::optional(L >> R) : std::nullopt;
  default:
    return std::nullopt;
  }
}

/// `std::max(a, b)`
std::optional<int64_t> LocalConstants::callValue(const CallExpr &Call,
                                                 const ASTContext &Context) {
  const FunctionDecl *F = Call.getDirectCallee();
  StringRef Name = F ? nameOf(*F) : "";
  if ((Name != "max" && Name != "min") || Call.getNumArgs() != 2)
    return std::nullopt;
  auto L = valueOf(Call.getArg(0), Context),
       R = valueOf(Call.getArg(1), Context);
  if (!L || !R)
    return std::nullopt;
  return Name == "max" ? std::max(*L, *R) : std::min(*L, *R);
}

std::optional<int64_t> LocalConstants::valueOf(const Expr *E,
                                               const ASTContext &Context) {
  if (auto Value = musify::valueOf(E, Context))
    return Value;
  if (!E || E->isValueDependent() || E->containsErrors() ||
      !E->getType()->isIntegralOrEnumerationType())
    return std::nullopt;
  E = meant(E->IgnoreUnlessSpelledInSource());
  if (auto Value = musify::valueOf(E, Context))
    return Value;
  if (const auto *Call = dyn_cast<CallExpr>(E))
    return callValue(*Call, Context);
  const auto *B = dyn_cast<BinaryOperator>(E);
  if (!B)
    return std::nullopt;
  auto L = valueOf(B->getLHS(), Context), R = valueOf(B->getRHS(), Context);
  return L && R ? apply(B->getOpcode(), *L, *R) : std::nullopt;
}

} // namespace musify
