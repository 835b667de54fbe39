//===- CapabilityReader.h - Code that reads a device's properties *- C++
//-*-===//
#ifndef MUSIFY_PARSE_RULES_CAPABILITYREADER_H
#define MUSIFY_PARSE_RULES_CAPABILITYREADER_H

#include "Facts/Facts.h"
#include "Parse/Rules/LocalConstants.h"
#include "Platform/Answers.h"
#include "clang/AST/ExprCXX.h"
#include <optional>
#include <string>

namespace musify {

class Recorder;

class CapabilityReader {
public:
  explicit CapabilityReader(Recorder &Out) : Out(Out) {}

  /// What the member of the device's properties is that `E` reads.
  std::optional<Asked> askedBy(const clang::Expr *E);
  /// The capability's `major` or `minor` that `E` reads; null if it is none.
  const clang::MemberExpr *property(const clang::Expr *E);
  /// The first of them in `S`, or in what the local constants there were given.
  const clang::MemberExpr *firstProperty(const clang::Stmt *S);
  /// The first `dprops->major` in `S` whose `dprops` no header declares, as
  /// with PyTorch's device properties where its headers are not at hand.
  const clang::CXXDependentScopeMemberExpr *
  unknownProperty(const clang::Stmt *S, const clang::ASTContext &Context);
  /// `E`, or what a local variable that never changes was given.
  const clang::Expr *meant(const clang::Expr *E) { return Locals.meant(E); }

private:
  Recorder &Out;
  LocalConstants Locals;
};

} // namespace musify

#endif // MUSIFY_PARSE_RULES_CAPABILITYREADER_H
