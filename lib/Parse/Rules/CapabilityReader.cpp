#include "Parse/Rules/CapabilityReader.h"
#include "Parse/Recorder.h"
#include "Parse/Rules/ValueReader.h"
#include "Platform/Platform.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace clang;

namespace musify {

/// The field of the SDK's that `E` reads; null if it is none.
static const FieldDecl *fieldOf(const Expr *E, Recorder &Out) {
  const auto *Member = dyn_cast<MemberExpr>(E);
  const auto *Field =
      Member ? dyn_cast<FieldDecl>(Member->getMemberDecl()) : nullptr;
  return Field && Field->getDeclName().isIdentifier() &&
                 Out.ownerOf(Field) == Owner::Sdk
             ? Field
             : nullptr;
}

/// What code was compiled for: `Attributes.binaryVersion`.
static bool isCapabilityOfCode(const FieldDecl &Field, Recorder &Out) {
  return llvm::any_of(
      sourcePlatform().Device.CapabilityFields, [&](StringRef Known) {
        auto [Struct, Name] = Known.split("::");
        return Field.getName() == Name &&
               Field.getParent()->getName() == Out.nameHere(Struct);
      });
}

std::optional<Asked> CapabilityReader::askedBy(const Expr *E) {
  const FieldDecl *Field = fieldOf(E, Out);
  if (!Field)
    return std::nullopt;
  const DeviceNames &Names = sourcePlatform().Device;
  if (Field->getParent()->getName() != Out.nameHere(Names.Properties))
    return isCapabilityOfCode(*Field, Out) ? std::optional(Asked::Capability)
                                           : std::nullopt;
  if (Field->getName() == Names.Major || Field->getName() == Names.Minor)
    return Asked::Capability;
  if (Field->getName() == sourcePlatform().Warp.SizeField)
    return Asked::WarpSize;
  return std::nullopt;
}

const MemberExpr *CapabilityReader::property(const Expr *E) {
  // Of a device: what code was compiled for is no one's answer.
  const auto *Member = dyn_cast<MemberExpr>(E);
  return Member && askedBy(E) == Asked::Capability &&
                 !isCapabilityOfCode(cast<FieldDecl>(*Member->getMemberDecl()),
                                     Out)
             ? Member
             : nullptr;
}

const MemberExpr *CapabilityReader::firstProperty(const Stmt *S) {
  const auto *E = dyn_cast_or_null<Expr>(S);
  if (const Expr *Meant = E ? Locals.meant(E) : nullptr; Meant && Meant != S)
    E = Meant, S = Meant;
  if (const MemberExpr *Member = E ? property(E) : nullptr)
    return Member;
  // What a function of the project makes of its arguments is another number;
  // `std::make_pair` and `std::max` hand them on.
  const auto *Call = dyn_cast_or_null<CallExpr>(S);
  if (const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
      F && !isa<CXXOperatorCallExpr>(Call) && Out.ownerOf(F) == Owner::User &&
      !(F->isInStdNamespace() && holdsNumber(F->getReturnType())))
    return nullptr;
  if (S)
    for (const Stmt *Child : S->children())
      if (const MemberExpr *Member = firstProperty(Child))
        return Member;
  return nullptr;
}

const CXXDependentScopeMemberExpr *
CapabilityReader::unknownProperty(const Stmt *S, const ASTContext &Context) {
  if (!S)
    return nullptr;
  const DeviceNames &Names = sourcePlatform().Device;
  const auto *Member = dyn_cast<CXXDependentScopeMemberExpr>(S);
  if (Member && !Member->isImplicitAccess() &&
      Member->getBase()->containsErrors() &&
      Member->getMember().isIdentifier()) {
    StringRef Name = Member->getMember().getAsIdentifierInfo()->getName();
    StringRef Base = Lexer::getSourceText(
        CharSourceRange::getTokenRange(Member->getBase()->getSourceRange()),
        Context.getSourceManager(), Context.getLangOpts());
    if ((Name == Names.Major || Name == Names.Minor) &&
        Base.contains_insensitive("prop"))
      return Member;
  }
  for (const Stmt *Child : S->children())
    if (const auto *Found = unknownProperty(Child, Context))
      return Found;
  return nullptr;
}

} // namespace musify
