//===- Config.h - `.musify.toml` --------------------------------*- C++ -*-===//
#ifndef MUSIFY_LINT_CONFIG_H
#define MUSIFY_LINT_CONFIG_H

#include "Edit/Finding.h"
#include "Lint/Catalogue.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/GlobPattern.h"
#include "llvm/Support/VersionTuple.h"
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace musify {

struct RuleSetting {
  std::optional<Severity> Level; ///< absent: the rule is off
  bool operator==(const RuleSetting &) const = default;
};
using RuleSettings = std::map<const LintRule *, RuleSetting>;

/// Globs of paths below one folder, with `*`, `?`, `[...]` and `{a,b}`. `*`
/// matches `/` too; a pattern that matches a folder matches all in it.
class PathGlobs {
public:
  llvm::Error add(llvm::StringRef Pattern);
  /// `Path` is relative to the folder, with `/`.
  bool match(llvm::StringRef Path) const;

private:
  struct Glob {
    std::shared_ptr<const std::string> Text; ///< the pattern points into it
    llvm::GlobPattern Pattern;
  };
  std::vector<Glob> Globs;
};

/// What a configuration file says. Keys that it does not have are empty.
struct LintConfig {
  std::string Folder; ///< of the file: its paths are relative to it
  std::optional<Severity> FailOn;
  std::vector<std::string> Arch;
  llvm::VersionTuple MusaVersion;
  std::vector<std::string> Formats; ///< `sarif:FILE`, with FILE as written
  std::string Baseline;
  PathGlobs Exclude;
  RuleSettings Rules;
  struct Override {
    PathGlobs Paths;
    RuleSettings Rules;
  };
  std::vector<Override> Overrides; ///< later ones win

  /// What is set for a rule in a file (real path); nothing: no word about it.
  std::optional<RuleSetting> settingFor(const LintRule &Rule,
                                        llvm::StringRef File) const;
  bool excludes(llvm::StringRef File) const;

private:
  std::string below(llvm::StringRef File) const;
};

/// Reads `Text` of the file at `Path` (absolute). Every fault is an
/// error of its own, `PATH:LINE:COLUMN: error: ...`.
llvm::Expected<LintConfig> parseConfig(llvm::StringRef Text,
                                       llvm::StringRef Path);

inline constexpr llvm::StringLiteral ConfigFileName = ".musify.toml";

/// `.musify.toml` in the folder of `Start` or the nearest one above; "" if
/// there is none.
std::string findConfig(llvm::StringRef Start);

/// `note`, `warning`, `error`.
std::optional<Severity> parseSeverity(llvm::StringRef Name);

} // namespace musify

#endif // MUSIFY_LINT_CONFIG_H
