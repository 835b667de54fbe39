// Reviewdog's Diagnostic Format, one object a line.
#include "Report/LintFormat.h"
#include <nlohmann/json.hpp>

using nlohmann::ordered_json;

namespace musify {

static const char *rdSeverity(Severity Level) {
  return Level == Severity::Error     ? "ERROR"
         : Level == Severity::Warning ? "WARNING"
                                      : "INFO";
}

static ordered_json placeJson(const LintFix::Place &P) {
  return {{"line", P.Line}, {"column", P.Column}};
}

std::string lintRdjsonl(const LintResult &Result, const LintFormatOptions &) {
  std::string Out;
  for (const LintFinding &F : Result.Findings) {
    ordered_json Range = {
        {"start", {{"line", F.Line}, {"column", F.Column}}},
        {"end", {{"line", F.EndLine}, {"column", F.EndColumn}}}};
    ordered_json J = {{"message", F.Message},
                      {"location", {{"path", F.Path}, {"range", Range}}},
                      {"severity", rdSeverity(F.Level)},
                      {"source", {{"name", "musify"}}},
                      {"code", {{"value", F.Rule->Id.str()}}}};
    for (const LintFix &Each : F.Fix)
      J["suggestions"].push_back(
          {{"range",
            {{"start", placeJson(Each.Begin)}, {"end", placeJson(Each.End)}}},
           {"text", Each.What.Text}});
    Out += J.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
    Out += '\n';
  }
  return Out;
}

} // namespace musify
