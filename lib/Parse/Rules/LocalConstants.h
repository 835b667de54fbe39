//===- LocalConstants.h - Local variables that keep a value ------*- C++
//-*-===//
#ifndef MUSIFY_PARSE_RULES_LOCALCONSTANTS_H
#define MUSIFY_PARSE_RULES_LOCALCONSTANTS_H

#include "clang/AST/Expr.h"
#include "llvm/ADT/DenseMap.h"
#include <optional>

namespace musify {

/// Local variables whose initializer gives their value wherever they are read,
/// with or without `const`.
class LocalConstants {
public:
  /// `E`, or the initializer of the variable that it names.
  const clang::Expr *meant(const clang::Expr *E);
  /// The value of an integer expression of constants and such variables.
  std::optional<int64_t> valueOf(const clang::Expr *E,
                                 const clang::ASTContext &Context);

private:
  const clang::Expr *initOf(const clang::VarDecl &V);
  std::optional<int64_t> callValue(const clang::CallExpr &Call,
                                   const clang::ASTContext &Context);

  /// Null: the variable may change.
  llvm::DenseMap<const clang::VarDecl *, const clang::Expr *> Inits;
};

} // namespace musify

#endif // MUSIFY_PARSE_RULES_LOCALCONSTANTS_H
