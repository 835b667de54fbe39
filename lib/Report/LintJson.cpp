// `musify-lint/1`; the schema is docs/lint.schema.json.
#include "Report/LintFormat.h"
#include <nlohmann/json.hpp>

using nlohmann::ordered_json;

namespace musify {

static ordered_json rulesJson(const LintResult &Result) {
  std::map<std::string, unsigned> Counts;
  for (const LintFinding &F : Result.Findings)
    ++Counts[F.Rule->Id.str()];
  ordered_json J = ordered_json::object();
  for (const auto &[Id, Count] : Counts)
    J[Id] = Count;
  return J;
}

static ordered_json placeJson(const LintFix::Place &P) {
  return {{"line", P.Line}, {"column", P.Column}};
}

static ordered_json fixJson(const LintFinding &F) {
  ordered_json J = ordered_json::array();
  for (const LintFix &Each : F.Fix)
    J.push_back({{"offset", Each.What.Offset},
                 {"length", Each.What.Length},
                 {"begin", placeJson(Each.Begin)},
                 {"end", placeJson(Each.End)},
                 {"text", Each.What.Text}});
  return J;
}

static ordered_json findingJson(const LintFinding &F, Language Lang) {
  return {{"rule", F.Rule->Id.str()},
          {"name", F.Rule->Name.str()},
          {"severity", severityName(F.Level).str()},
          {"path", F.Path},
          {"line", F.Line},
          {"column", F.Column},
          {"endLine", F.EndLine},
          {"endColumn", F.EndColumn},
          {"messageId", textOf(F.Id).Name.str()},
          {"message", F.Message},
          {"help", F.Rule->help(Lang).str()},
          {"page", F.Rule->page()},
          {"source", F.SourceLine},
          {"engine", engineName(F.From).str()},
          {"fingerprint", F.Fingerprint},
          {"group", F.Group},
          {"fix", fixJson(F)}};
}

std::string lintJson(const LintResult &Result, const LintFormatOptions &) {
  ordered_json J;
  J["schema"] = "musify-lint/1";
  J["tool"] = {{"name", "musify"}, {"version", Result.ToolVersion}};
  J["summary"] = {{"files", Result.Files.size()},
                  {"findings", Result.Findings.size()},
                  {"failOn", severityName(Result.FailOn).str()},
                  {"suppressed", Result.Suppressed},
                  {"inBaseline", Result.InBaseline},
                  {"onUnchangedLines", Result.OnOldLines},
                  {"fixed", Result.Fixed},
                  {"findingsByRule", rulesJson(Result)}};
  J["findings"] = ordered_json::array();
  for (const LintFinding &F : Result.Findings)
    J["findings"].push_back(findingJson(F, Result.Lang));
  J["skipped"] = ordered_json::array();
  for (const SkippedResult &S : Result.Skipped)
    J["skipped"].push_back({{"path", S.Path},
                            {"reason", S.Reason.text(Result.Lang)},
                            {"error", S.IsError}});
  return J.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

} // namespace musify
