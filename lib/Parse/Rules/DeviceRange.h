//===- DeviceRange.h - Comparisons that all devices answer alike -*- C++-*-===//
#ifndef MUSIFY_PARSE_RULES_DEVICERANGE_H
#define MUSIFY_PARSE_RULES_DEVICERANGE_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"

namespace musify {

/// True for a comparison of a capability with a number below that of every
/// device of both sides, as `major < 2`, and for one that is only reached if
/// such a comparison is true, as the second half of `major == 1 && minor < 2`.
bool isBelowAllDevices(const clang::BinaryOperator &B,
                       clang::ASTContext &Context);

/// The innermost block around `S`; null if there is none.
const clang::Stmt *blockAround(const clang::Stmt &S,
                               clang::ASTContext &Context);

} // namespace musify

#endif // MUSIFY_PARSE_RULES_DEVICERANGE_H
