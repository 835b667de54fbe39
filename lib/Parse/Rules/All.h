//===- All.h - Rules that look at meaning, one a file -----------*- C++ -*-===//
//
// A rule over candidates (Rewrite/Rules) decides about a spelling. A rule here
// matches the AST and records what it sees, as a message, for each place.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_PARSE_RULES_ALL_H
#define MUSIFY_PARSE_RULES_ALL_H

#include "Mapping/CustomRule.h"
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

using AstRuleMaker = std::unique_ptr<AstConcern> (*)(Recorder &Out);

std::unique_ptr<AstConcern> makeAliasedName(Recorder &Out);
std::unique_ptr<AstConcern> makeCapabilityTest(Recorder &Out);
std::unique_ptr<AstConcern> makeMatcherRules(Recorder &Out);
std::unique_ptr<AstConcern> makeDeviceLimits(Recorder &Out);
std::unique_ptr<AstConcern> makeCapturedName(Recorder &Out);
std::unique_ptr<AstConcern> makeInterposer(Recorder &Out);
std::unique_ptr<AstConcern> makeStatusNumber(Recorder &Out);
std::unique_ptr<AstConcern> makeStructLayout(Recorder &Out);
std::unique_ptr<AstConcern> makeStringUse(Recorder &Out);
std::unique_ptr<AstConcern> makeWarpContract(Recorder &Out);

/// True if the function is defined in place of one of the SDK's: a C function
/// of its name that other files can call.
bool isInterposer(const clang::FunctionDecl &F, const Recorder &Out);

/// Notes `Name`, which the user gives to something of file scope or to a
/// macro at `Loc`, if a port writes it too.
void noteIfCaptured(clang::SourceLocation Loc, llvm::StringRef Name,
                    Recorder &Out);

/// The threads of a block as a launch gives them: a number, or a `dim3`.
std::optional<uint64_t> threadsOf(const clang::Expr *E,
                                  const clang::ASTContext &Context);

/// An error for each custom rule whose matcher is not one, with its place.
llvm::Error checkMatchers(const RuleSet &Rules);

/// The rules, in the order in which they match.
llvm::ArrayRef<AstRuleMaker> allAstRules();
/// Those that change nothing and are for `musify lint` alone.
llvm::ArrayRef<AstRuleMaker> lintAstRules();

} // namespace musify

#endif // MUSIFY_PARSE_RULES_ALL_H
