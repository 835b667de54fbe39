// A port renames the structs of an API and their members. How long a struct is,
// what its bytes mean and which numbers are handles is MUSA's own affair: the
// MUSA headers declare structs of their own.
#include "Parse/Recorder.h"
#include "Parse/Rules/All.h"
#include "Parse/Rules/WarpUse.h"
#include "Platform/Platform.h"
#include "clang/AST/ExprCXX.h"
#include "clang/ASTMatchers/ASTMatchers.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using namespace clang;
using namespace clang::ast_matchers;

namespace musify {
namespace {

const internal::VariadicDynCastAllOfMatcher<Stmt, OffsetOfExpr> offsetOfExpr;

std::string nameOf(const RecordDecl &R) {
  if (const TypedefNameDecl *Typedef = R.getTypedefNameForAnonDecl())
    return Typedef->getNameAsString();
  return R.getNameAsString();
}

/// Numbers of one kind or another: two floats are two floats everywhere.
bool isNumber(StringRef Struct) {
  return sourcePlatform().Types.Numbers.contains(Struct);
}

/// Made to be carried from process to process as bytes.
bool isToken(StringRef Struct) {
  return sourcePlatform().Types.Tokens.contains(Struct);
}

/// What a matcher takes.
SmallVector<StringRef> listed(std::initializer_list<const NameSet *> Sets) {
  SmallVector<StringRef> All;
  for (const NameSet *Set : Sets)
    llvm::append_range(All, Set->spellings());
  return All;
}

class StructLayout : public AstConcern {
public:
  using AstConcern::AstConcern;
  void addTo(MatchFinder &Finder) override {
    Finder.addMatcher(binaryOperator(isComparisonOperator()).bind("test"),
                      this);
    Finder.addMatcher(offsetOfExpr().bind("offset"), this);
    Finder.addMatcher(explicitCastExpr().bind("cast"), this);
    SmallVector<StringRef> Calls =
        listed({&Host.CopyBytes, &Host.BytesFirst, &Host.BytesSecond});
    Finder.addMatcher(
        callExpr(callee(functionDecl(hasAnyName(Calls)))).bind("call"), this);
    SmallVector<StringRef> Fields =
        listed({&sourcePlatform().Types.InternalFields});
    Finder.addMatcher(
        memberExpr(member(fieldDecl(hasAnyName(Fields)))).bind("field"), this);
  }
  void run(const MatchFinder::MatchResult &Result) override;

private:
  const RecordDecl *apiStruct(QualType T);
  const RecordDecl *pointedStruct(const Expr *E);
  bool isHandle(QualType T);
  const RecordDecl *sizeOf(const Expr *E);
  void visitTest(const BinaryOperator &Test, const ASTContext &Context);
  void visitCast(const ExplicitCastExpr &Cast, const ASTContext &Context);
  void visitCall(const CallExpr &Call);
  void observe(SourceLocation Loc, Message What);

  const HostNames &Host = platforms().Host;
};

/// A struct that the SDK gives its own name.
const RecordDecl *StructLayout::apiStruct(QualType T) {
  const RecordDecl *R = T->getAsRecordDecl();
  R = R ? R->getDefinition() : nullptr;
  if (!R || Out.ownerOf(R) != Owner::Sdk)
    return nullptr;
  std::string Name = nameOf(*R);
  StringRef Tag = Name;
  bool IsApi = Out.isApiType(Tag);
  if (!IsApi && (Tag.consume_back("_st") || Tag.consume_back("_v1")))
    IsApi = Out.isApiType(Tag);
  return IsApi && !isNumber(Name) ? R : nullptr;
}

/// What `&prop`, or a pointer to such a struct, points at.
const RecordDecl *StructLayout::pointedStruct(const Expr *E) {
  QualType T = E->IgnoreParenImpCasts()->getType();
  if (const clang::ArrayType *Array = T->getAsArrayTypeUnsafe())
    return apiStruct(Array->getElementType());
  return T->isPointerType() ? apiStruct(T->getPointeeType()) : nullptr;
}

/// A pointer to something that the SDK only names.
bool StructLayout::isHandle(QualType T) {
  if (!T->isPointerType())
    return false;
  const RecordDecl *R = T->getPointeeType()->getAsRecordDecl();
  return R && !R->getDefinition() && Out.ownerOf(R) == Owner::Sdk;
}

const RecordDecl *StructLayout::sizeOf(const Expr *E) {
  const auto *Size = dyn_cast<UnaryExprOrTypeTraitExpr>(E->IgnoreParenCasts());
  return Size && Size->getKind() == UETT_SizeOf
             ? apiStruct(Size->getTypeOfArgument())
             : nullptr;
}

/// True if the number is written down, and not asked of a type.
bool isSpelledNumber(const Expr *E, const ASTContext &Context) {
  auto AsksType = [](auto &&Self, const Stmt *S) -> bool {
    return S && (isa<UnaryExprOrTypeTraitExpr>(S) ||
                 llvm::any_of(S->children(),
                              [&](const Stmt *C) { return Self(Self, C); }));
  };
  return !AsksType(AsksType, E) && valueOf(E, Context);
}

void StructLayout::observe(SourceLocation Loc, Message What) {
  // `offsetof` is a macro of the compiler's header.
  if (!Out.inputAt(Loc))
    Loc = Out.sourceManager().getExpansionLoc(Loc);
  Out.observe(Loc, std::move(What).add(say(msg::StructMayDiffer)));
}

void StructLayout::visitTest(const BinaryOperator &Test,
                             const ASTContext &Context) {
  for (auto [Size, Number] : {std::pair(Test.getLHS(), Test.getRHS()),
                              std::pair(Test.getRHS(), Test.getLHS())})
    if (const RecordDecl *R = sizeOf(Size);
        R && isSpelledNumber(Number, Context))
      return observe(Size->getBeginLoc(),
                     say(msg::StructSizeCompared, nameOf(*R)));
}

void StructLayout::visitCast(const ExplicitCastExpr &Cast,
                             const ASTContext &Context) {
  const Expr *From = Cast.getSubExpr();
  QualType To = Cast.getTypeAsWritten();
  if (From->isTypeDependent() || To->isDependentType())
    return;
  if (To->isPointerType() && To->getPointeeType()->isArithmeticType()) {
    if (const RecordDecl *R = pointedStruct(From); R && !isToken(nameOf(*R)))
      observe(Cast.getBeginLoc(), say(msg::StructAsBytes, nameOf(*R)));
    return;
  }
  const Expr *Source = From->IgnoreParenImpCasts();
  if (isHandle(To)) {
    auto Value = valueOf(Source, Context);
    if (Source->getType()->isIntegerType() && Value && *Value > 0)
      Out.observe(Cast.getBeginLoc(),
                  say(msg::HandleFromNumber, *Value, To.getAsString()));
  } else if (To->isIntegerType() && isHandle(Source->getType())) {
    Out.observe(Cast.getBeginLoc(),
                say(msg::HandleAsNumber, Source->getType().getAsString()));
  }
}

void StructLayout::visitCall(const CallExpr &Call) {
  const FunctionDecl *F = Call.getDirectCallee();
  StringRef Name = F->getName();
  unsigned Args = Call.getNumArgs();
  if (Host.CopyBytes.contains(Name)) {
    if (Args < 2)
      return;
    for (auto [I, J] : {std::pair(0, 1), std::pair(1, 0)}) {
      const RecordDecl *R = pointedStruct(Call.getArg(I));
      QualType Other = Call.getArg(J)->IgnoreParenImpCasts()->getType();
      if (const clang::ArrayType *Array = Other->getAsArrayTypeUnsafe())
        Other = Array->getElementType();
      else
        Other = Other->getPointeeType();
      if (R && !isToken(nameOf(*R)) && !Other.isNull() &&
          Other->isArithmeticType())
        return observe(Call.getBeginLoc(), say(msg::StructCopied, nameOf(*R)));
    }
    return;
  }
  unsigned Data = Host.BytesFirst.contains(Name) ? 0 : 1;
  if (!isa<TranslationUnitDecl>(F->getDeclContext()->getRedeclContext()) ||
      Args < 3)
    return;
  if (const RecordDecl *R = pointedStruct(Call.getArg(Data));
      R && !isToken(nameOf(*R)))
    observe(Call.getBeginLoc(), say(msg::StructBytesTaken, Name, nameOf(*R)));
}

void StructLayout::run(const MatchFinder::MatchResult &Result) {
  const auto &Nodes = Result.Nodes;
  if (const auto *Test = Nodes.getNodeAs<BinaryOperator>("test"))
    return visitTest(*Test, *Result.Context);
  if (const auto *Cast = Nodes.getNodeAs<ExplicitCastExpr>("cast"))
    return visitCast(*Cast, *Result.Context);
  if (const auto *Call = Nodes.getNodeAs<CallExpr>("call"))
    return visitCall(*Call);
  if (const auto *Offset = Nodes.getNodeAs<OffsetOfExpr>("offset")) {
    QualType T = Offset->getTypeSourceInfo()->getType();
    if (const RecordDecl *R = apiStruct(T))
      observe(Offset->getBeginLoc(), say(msg::StructOffset, nameOf(*R)));
    return;
  }
  const auto *Field = Nodes.getNodeAs<MemberExpr>("field");
  QualType T = Field->getBase()->getType();
  if (const RecordDecl *R =
          apiStruct(Field->isArrow() ? T->getPointeeType() : T))
    Out.observe(Field->getMemberLoc(), say(msg::InternalField, nameOf(*R)));
}

} // namespace

std::unique_ptr<AstConcern> makeStructLayout(Recorder &Out) {
  return std::make_unique<StructLayout>(Out);
}

} // namespace musify
