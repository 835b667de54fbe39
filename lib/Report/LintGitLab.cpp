// GitLab's Code Quality report: a list of issues, each with a fingerprint.
#include "Report/LintFormat.h"
#include <nlohmann/json.hpp>

using nlohmann::ordered_json;

namespace musify {

static const char *gitLabSeverity(Severity Level) {
  return Level == Severity::Error     ? "critical"
         : Level == Severity::Warning ? "minor"
                                      : "info";
}

std::string lintGitLab(const LintResult &Result, const LintFormatOptions &) {
  ordered_json J = ordered_json::array();
  for (const LintFinding &F : Result.Findings)
    J.push_back({{"description", F.Rule->Id.str() + ": " + F.Message},
                 {"check_name", F.Rule->Name.str()},
                 {"fingerprint", F.Fingerprint},
                 {"severity", gitLabSeverity(F.Level)},
                 {"location",
                  {{"path", F.Path},
                   {"lines", {{"begin", F.Line}, {"end", F.EndLine}}}}}});
  return J.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

} // namespace musify
