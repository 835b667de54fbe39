//===- Json.cpp - A run as JSON -------------------------------------------===//
#include "Report/Json.h"

#include "Report/LineIndex.h"
#include "Report/Summary.h"
// LLVM code is built without exceptions; nothing used here would throw.
#ifndef JSON_NOEXCEPTION
#define JSON_NOEXCEPTION
#endif
#include <nlohmann/json.hpp>

using namespace musify;
using nlohmann::ordered_json;

static std::string oldTextOf(const Finding &F, llvm::StringRef Text) {
  return Text.substr(F.Where.Offset, F.Where.Length).str();
}

static ordered_json placeJson(const Finding &F, const LineIndex &Lines) {
  LineIndex::Place At = Lines.at(F.Where.Offset);
  return {{"line", At.Line},
          {"column", At.Column},
          {"offset", F.Where.Offset},
          {"length", F.Where.Length}};
}

static void addSource(ordered_json &J, const Finding &F) {
  J["engine"] = engineName(F.From.From).str();
  J["unit"] = F.From.Unit.str();
  J["entry"] = F.From.Entry.str();
}

static ordered_json editJson(const Finding &F, llvm::StringRef Text,
                             const LineIndex &Lines, Language Lang) {
  ordered_json J = placeJson(F, Lines);
  std::string Old = oldTextOf(F, Text);
  J["old"] = Old;
  J["new"] = F.NewText.value_or("");
  J["rule"] = F.Rule.str();
  addSource(J, F);
  J["reason"] = reasonOf(F, Old).text(Lang);
  return J;
}

static ordered_json findingJson(const Finding &F, const LineIndex &Lines,
                                Language Lang) {
  ordered_json J = placeJson(F, Lines);
  J["rule"] = F.Rule.str();
  J["severity"] = severityName(F.Level).str();
  addSource(J, F);
  J["message"] = F.What.text(Lang);
  J["messageId"] = textOf(F.What.Id).Name.str();
  return J;
}

static const char *statusOf(const FileResult &File) {
  if (File.AlreadyMusa)
    return "already-musa";
  return File.Plan.Edits.empty() ? "unchanged" : "changed";
}

static ordered_json fileJson(const FileResult &File, Language Lang) {
  LineIndex Lines(File.OldText);
  ordered_json J = {{"path", File.Shown},
                    {"realPath", File.Path},
                    {"status", statusOf(File)},
                    {"parsed", File.Parsed}};
  if (!File.OutputPath.empty())
    J["output"] = File.OutputPath;
  J["edits"] = ordered_json::array();
  for (const Finding &F : File.Plan.Edits)
    J["edits"].push_back(editJson(F, File.OldText, Lines, Lang));
  J["findings"] = ordered_json::array();
  for (const Finding &F : File.Plan.Findings)
    J["findings"].push_back(findingJson(F, Lines, Lang));
  J["lexerOnly"] = ordered_json::array();
  for (const LexerOnlyRegion &R : File.LexerOnly)
    J["lexerOnly"].push_back({{"line", Lines.at(R.Begin).Line},
                              {"endLine", Lines.at(R.End).Line},
                              {"names", R.Names}});
  return J;
}

static ordered_json textsOf(const std::vector<Message> &All, Language Lang) {
  ordered_json J = ordered_json::array();
  for (const Message &M : All)
    J.push_back(M.text(Lang));
  return J;
}

static ordered_json countsJson(const std::map<std::string, unsigned> &Counts) {
  ordered_json J = ordered_json::object();
  for (const auto &[Name, Count] : Counts)
    J[Name] = Count;
  return J;
}

/// Counts by an enum; values that did not occur are 0, so that readers need
/// no special case.
template <typename Enum, size_t N>
static ordered_json countsJson(const std::map<Enum, unsigned> &Counts,
                               const Enum (&All)[N],
                               llvm::StringRef (*Spelling)(Enum)) {
  ordered_json J = ordered_json::object();
  for (Enum E : All) {
    auto It = Counts.find(E);
    J[Spelling(E).str()] = It == Counts.end() ? 0u : It->second;
  }
  return J;
}

static ordered_json namesJson(const std::vector<NameUse> &Uses) {
  ordered_json J = ordered_json::array();
  for (const NameUse &Use : Uses)
    J.push_back({{"name", Use.Name},
                 {"places", Use.Places},
                 {"first",
                  {{"path", Use.File->Shown},
                   {"line", Use.First.Line},
                   {"column", Use.First.Column}}}});
  return J;
}

static ordered_json summaryJson(const Summary &S) {
  constexpr Engine Engines[] = {Engine::Ast, Engine::Preprocessor,
                                Engine::Lexer};
  constexpr Severity Severities[] = {Severity::Note, Severity::Warning,
                                     Severity::Error};
  ordered_json Names = ordered_json::object();
  for (const auto &[Status, Uses] : S.Names)
    Names[Status] = namesJson(Uses);
  return {{"filesRead", S.Files.size()},
          {"filesChanged", S.Changed},
          {"filesAlreadyMusa", S.AlreadyMusa},
          {"filesFailed", S.Failed},
          {"filesCopied", S.Copied},
          {"filesNotParsed", S.NotParsed.size()},
          {"lexerOnlyRegions", S.LexerOnlyRegions},
          {"lexerOnlyNames", S.LexerOnlyNames},
          {"filesWithoutCommand", S.NoCommand.size()},
          {"edits", S.Edits},
          {"editsByRule", countsJson(S.EditsByRule)},
          {"editsByEngine", countsJson(S.EditsByEngine, Engines, engineName)},
          {"findings", S.Findings},
          {"findingsByRule", countsJson(S.FindingsByRule)},
          {"findingsBySeverity",
           countsJson(S.FindingsBySeverity, Severities, severityName)},
          {"names", Names}};
}

std::string musify::jsonReport(const RunResult &Run) {
  Summary S = summarize(Run);
  ordered_json J;
  J["schema"] = "musify-report/1";
  J["tool"] = {{"name", "musify"}, {"version", Run.ToolVersion}};
  J["summary"] = summaryJson(S);
  J["files"] = ordered_json::array();
  for (const FileResult *File : S.Files)
    J["files"].push_back(fileJson(*File, Run.Lang));
  J["notParsed"] = ordered_json::array();
  for (const FileResult *File : S.NotParsed)
    J["notParsed"].push_back(
        {{"path", File->Shown},
         {"reasons", textsOf(File->ParseProblems, Run.Lang)}});
  J["withoutCommand"] = ordered_json::array();
  for (const FileResult *File : S.NoCommand)
    J["withoutCommand"].push_back(File->Shown);
  J["vendored"] = ordered_json::array();
  for (const VendoredResult &V : Run.Vendored)
    J["vendored"].push_back({{"path", V.Shown},
                             {"submodule", V.IsSubmodule},
                             {"files", V.Files},
                             {"changed", V.Changed}});
  J["skipped"] = ordered_json::array();
  for (const SkippedResult *Path : S.Skipped)
    J["skipped"].push_back({{"path", Path->Path},
                            {"reason", Path->Reason.text(Run.Lang)},
                            {"error", Path->IsError}});
  return J.dump(2, ' ', /*ensure_ascii=*/false,
                ordered_json::error_handler_t::replace) +
         "\n";
}
