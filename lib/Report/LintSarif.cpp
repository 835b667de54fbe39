// SARIF 2.1.0, an OASIS standard. Paths are URIs below %SRCROOT%, so that a
// report does not depend on where the project lies.
#include "Report/LintFormat.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <nlohmann/json.hpp>

using namespace llvm;
using nlohmann::ordered_json;

namespace musify {

static ordered_json textJson(StringRef Text) { return {{"text", Text.str()}}; }

static ordered_json ruleJson(const LintRule &R, Language Lang) {
  ordered_json J = {
      {"id", R.Id.str()},
      {"name", R.Name.str()},
      {"shortDescription", textJson(R.title(Lang))},
      {"help",
       textJson(
           (R.title(Lang) + ": " + R.help(Lang) + ". See " + R.page()).str())},
      {"defaultConfiguration", {{"level", severityName(R.Level).str()}}}};
  if (StringRef Home = MUSIFY_HOME; !Home.empty())
    J["helpUri"] = (Home.rtrim('/') + "/" + R.page()).str();
  return J;
}

/// RFC 3986: what is not unreserved is escaped; `/` separates.
static std::string uriOf(StringRef Path) {
  std::string Uri = Path.starts_with("/") ? "file://" : "";
  for (char C : Path) {
    if (isAlnum(C) || StringRef("-._~/").contains(C))
      Uri += C;
    else
      Uri += "%" + utohexstr(static_cast<unsigned char>(C), false, 2);
  }
  return Uri;
}

/// Columns in characters, as `columnKind` says. Only the finding's first line
/// is at hand; an end on a later line is left out.
static ordered_json regionJson(const LintFinding &F) {
  StringRef Line = F.SourceLine;
  auto Characters = [&](unsigned Column) {
    return 1 + F.SourceBegin +
           llvm::count_if(Line.take_front(Column - 1 - F.SourceBegin),
                          [](char C) { return (C & 0xc0) != 0x80; });
  };
  ordered_json J = {{"startLine", F.Line},
                    {"startColumn", Characters(F.Column)}};
  J["endLine"] = F.EndLine;
  if (F.EndLine == F.Line)
    J["endColumn"] = Characters(F.EndColumn);
  if (!Line.empty())
    J["snippet"] = textJson(Line);
  return J;
}

static ordered_json fixesJson(const LintFinding &F,
                              const ordered_json &Artifact) {
  ordered_json Replacements = ordered_json::array();
  for (const LintFix &Each : F.Fix)
    Replacements.push_back({{"deletedRegion",
                             {{"startLine", Each.Begin.Line},
                              {"startColumn", Each.Begin.Character},
                              {"endLine", Each.End.Line},
                              {"endColumn", Each.End.Character}}},
                            {"insertedContent", textJson(Each.What.Text)}});
  ordered_json Change = {{"artifactLocation", Artifact},
                         {"replacements", Replacements}};
  ordered_json Fix;
  Fix["artifactChanges"] = ordered_json::array({Change});
  return ordered_json::array({Fix});
}

static ordered_json resultJson(const LintFinding &F) {
  ordered_json Artifact = {{"uri", uriOf(F.Path)}};
  if (!StringRef(F.Path).starts_with("/"))
    Artifact["uriBaseId"] = "%SRCROOT%";
  ordered_json Place = {{"artifactLocation", Artifact},
                        {"region", regionJson(F)}};
  ordered_json J = {
      {"ruleId", F.Rule->Id.str()},
      {"ruleIndex", F.Rule - LintRules},
      {"level", severityName(F.Level).str()},
      {"message", textJson(F.Message)},
      {"locations",
       ordered_json::array({ordered_json{{"physicalLocation", Place}}})},
      {"partialFingerprints", {{"musifyLine/v1", F.Fingerprint}}},
      {"properties", {{"group", F.Group}}}};
  if (!F.Fix.empty())
    J["fixes"] = fixesJson(F, Artifact);
  return J;
}

static ordered_json invocationJson(const LintResult &Result) {
  ordered_json Notes = ordered_json::array();
  bool Failed = false;
  for (const SkippedResult &S : Result.Skipped) {
    Failed |= S.IsError;
    Notes.push_back(
        {{"level", S.IsError ? "error" : "note"},
         {"message", textJson(S.Path + ": " + S.Reason.text(Result.Lang))}});
  }
  ordered_json J = {{"executionSuccessful", !Failed}};
  if (!Notes.empty())
    J["toolExecutionNotifications"] = Notes;
  return ordered_json::array({J});
}

std::string lintSarif(const LintResult &Result, const LintFormatOptions &) {
  ordered_json Driver = {{"name", "musify"},
                         {"version", Result.ToolVersion},
                         {"semanticVersion", Result.ToolVersion}};
  Driver["rules"] = ordered_json::array();
  for (const LintRule &R : LintRules)
    Driver["rules"].push_back(ruleJson(R, Result.Lang));
  ordered_json Run = {
      {"tool", {{"driver", Driver}}},
      {"invocations", invocationJson(Result)},
      {"originalUriBaseIds",
       {{"%SRCROOT%", {{"description", textJson("the project's root")}}}}},
      {"columnKind", "unicodeCodePoints"}};
  Run["results"] = ordered_json::array();
  for (const LintFinding &F : Result.Findings)
    Run["results"].push_back(resultJson(F));
  ordered_json J = {
      {"$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/"
                  "sarif-schema-2.1.0.json"},
      {"version", "2.1.0"},
      {"runs", ordered_json::array({Run})}};
  return J.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

} // namespace musify
