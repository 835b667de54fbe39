//===- Rules.h - Every rule that can report ---------------------*- C++ -*-===//
//
// The list is Rules.def. What its rules say is Messages.def.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_DIAG_RULES_H
#define MUSIFY_DIAG_RULES_H

#include "Diag/Message.h"
#include "Diag/Severity.h"
#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>

namespace musify {

/// Where a finding counts.
enum class Subject {
  Anything,
  Device,    ///< what it has or answers: not in code for another vendor
  DeviceCode ///< lanes, assembly: in code for the host neither
};

struct LintRule {
  llvm::StringLiteral Id;   ///< `MUSA0101`; never used again for another rule
  llvm::StringLiteral Name; ///< kebab case: `Finding::Rule`
  /// The most a finding counts. A rule may make single findings milder.
  Severity Level;
  /// Where all warps have 32 lanes; absent: as `Level`.
  std::optional<Severity> Warp32Level;
  Subject About;
  llvm::StringLiteral Titles[2]; ///< what it finds, by language
  llvm::StringLiteral Helps[2];  ///< what to do about it, by language

  llvm::StringRef title(Language L) const { return Titles[int(L)]; }
  llvm::StringRef help(Language L) const { return Helps[int(L)]; }
  /// `docs/rules/MUSA0101.md`, below the project's root.
  std::string page() const { return "docs/rules/" + Id.str() + ".md"; }
};

namespace detail {
constexpr std::optional<Severity> None, Note = Severity::Note;
}

/// In the order of the numbers.
inline constexpr LintRule LintRules[] = {
#define RULE(ID, NAME, LEVEL, WARP32, ABOUT, TITLE, HELP, TITLE_ZH, HELP_ZH)   \
  {ID,                                                                         \
   NAME,                                                                       \
   Severity::LEVEL,                                                            \
   detail::WARP32,                                                             \
   Subject::ABOUT,                                                             \
   {TITLE, TITLE_ZH},                                                          \
   {HELP, HELP_ZH}},
#include "Diag/Rules.def"
#undef RULE
};

} // namespace musify

#endif // MUSIFY_DIAG_RULES_H
