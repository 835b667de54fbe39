//===- All.h - Rules that look at meaning, one a file -----------*- C++ -*-===//
//
// A rule over candidates (Rewrite/Rules) decides about a spelling. A rule here
// matches the AST and records what it sees, as a message, for each place.
// All.def lists them.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_PARSE_RULES_ALL_H
#define MUSIFY_PARSE_RULES_ALL_H

#include "Parse/AstEngine.h"
#include "clang/Basic/SourceLocation.h"

#include <cstdint>
#include <optional>

namespace clang {
class ASTContext;
class Expr;
class FunctionDecl;
} // namespace clang

namespace musify {

class LocalConstants;

#define AST_RULE(NAME, FOR)                                                    \
  std::unique_ptr<AstConcern> make##NAME(Recorder &Out);
#include "Parse/Rules/All.def"
#undef AST_RULE

/// True if the function is defined in place of one of the SDK's: a C function
/// of its name that other files can call.
bool isInterposer(const clang::FunctionDecl &F, const Recorder &Out);

/// Notes `Name`, which the user gives to something of file scope or to a
/// macro at `Loc`, if a port writes it too.
void noteIfCaptured(clang::SourceLocation Loc, llvm::StringRef Name,
                    Recorder &Out);

/// The threads of a block as a launch gives them: a number, or a `dim3`.
std::optional<uint64_t> threadsOf(const clang::Expr *E,
                                  const clang::ASTContext &Context,
                                  LocalConstants &Locals);

} // namespace musify

#endif // MUSIFY_PARSE_RULES_ALL_H
