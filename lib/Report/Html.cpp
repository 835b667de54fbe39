#include "Report/Html.h"
#include "Report/LineIndex.h"
#include "Report/LintFormat.h"
#include "Report/Summary.h"
#include "llvm/ADT/STLExtras.h"
#include <nlohmann/json.hpp>

extern "C" {
extern const char musify_page_begin[], musify_page_end[];
}

using namespace llvm;
using nlohmann::ordered_json;

namespace musify {
namespace {

constexpr unsigned ContextLines = 3;

/// A range of lines, both from 1 and included.
struct Lines {
  unsigned First, Last;
};

/// For the page all lines end alike.
std::string unixLines(StringRef Text) {
  std::string Out;
  for (size_t I = 0; I < Text.size(); ++I)
    if (Text[I] != '\r')
      Out += Text[I];
    else if (I + 1 == Text.size() || Text[I + 1] != '\n')
      Out += '\n';
  return Out;
}

unsigned lineCount(StringRef Text) {
  return LineIndex(Text).at(Text.size()).Line;
}

/// The lines around what was changed or told, in order, apart from each other.
std::vector<Lines> regionsOf(const FileResult &File, const LineIndex &Index) {
  unsigned Last = lineCount(File.OldText);
  std::vector<Lines> Touched;
  for (const auto *List : {&File.Plan.Edits, &File.Plan.Findings})
    for (const Finding &F : *List) {
      unsigned From = Index.at(F.Where.Offset).Line;
      unsigned To = Index.at(size_t(F.Where.Offset) + F.Where.Length).Line;
      Touched.push_back({From > ContextLines ? From - ContextLines : 1,
                         std::min(To + ContextLines, Last)});
    }
  llvm::sort(Touched, [](Lines A, Lines B) { return A.First < B.First; });
  std::vector<Lines> Regions;
  for (Lines L : Touched)
    if (!Regions.empty() && L.First <= Regions.back().Last + 1)
      Regions.back().Last = std::max(Regions.back().Last, L.Last);
    else
      Regions.push_back(L);
  return Regions;
}

std::string libraryOf(const Finding &F, const RunResult &Run) {
  auto Used = Run.Entries.find(F.From.Entry);
  return Used == Run.Entries.end() ? "" : Used->second.Library;
}

ordered_json editJson(const Finding &F, StringRef Old, const RunResult &Run) {
  return {{"old", unixLines(Old)}, {"new", unixLines(*F.NewText)},
          {"rule", F.Rule},        {"engine", engineName(F.From.From).str()},
          {"entry", F.From.Entry}, {"library", libraryOf(F, Run)},
          {"unit", F.From.Unit},   {"why", F.What.text(Run.Lang)}};
}

/// The text of a region: strings that stay, and edits between them.
ordered_json regionJson(const FileResult &File, Lines L, const LineIndex &Index,
                        const RunResult &Run) {
  StringRef Text = File.OldText;
  size_t Begin = Index.line(L.First).data() - Text.data();
  StringRef LastLine = Index.line(L.Last);
  size_t End = LastLine.end() - Text.data();
  ordered_json Parts = ordered_json::array();
  size_t At = Begin;
  for (const Finding &F : File.Plan.Edits) {
    if (F.Where.Offset < Begin || F.Where.Offset > End)
      continue;
    if (F.Where.Offset > At)
      Parts.push_back(unixLines(Text.slice(At, F.Where.Offset)));
    StringRef Old = Text.substr(F.Where.Offset, F.Where.Length);
    Parts.push_back(editJson(F, Old, Run));
    At = F.Where.Offset + F.Where.Length;
  }
  if (At < End || Parts.empty())
    Parts.push_back(unixLines(Text.slice(At, End)));
  return {{"line", L.First}, {"parts", std::move(Parts)}};
}

ordered_json findingJson(size_t File, LineIndex::Place At, Severity Level,
                         StringRef Rule, const LintRule *Known,
                         StringRef Message, StringRef Library) {
  return {{"file", File},
          {"line", At.Line},
          {"column", At.Column},
          {"severity", severityName(Level).str()},
          {"rule", Rule.str()},
          {"id", Known ? Known->Id.str() : ""},
          {"message", Message.str()},
          {"library", Library.str()}};
}

/// Collects what the page shows.
class Page {
public:
  Page(StringRef Command, StringRef Title, size_t FilesRead, Language Lang)
      : Lang(Lang) {
    J = {{"command", Command.str()},
         {"title", Title.str()},
         {"read", FilesRead}};
    for (const char *List : {"files", "findings"})
      J[List] = ordered_json::array();
    J["rules"] = ordered_json::object();
  }

  void addRun(const RunResult &Run);
  void addEfforts(const Assessment &A);
  void addLint(const LintResult &Result);
  std::string write() const;

private:
  void addFile(const FileResult &File, const RunResult &Run);
  void noteRule(StringRef Name, const LintRule *Rule) {
    if (Rule)
      J["rules"][Name.str()] = {{"title", Rule->title(Lang).str()}};
  }

  Language Lang;
  ordered_json J;
  std::map<std::string, size_t> Indices; ///< shown path → place in `files`
};

void Page::addFile(const FileResult &File, const RunResult &Run) {
  LineIndex Index(File.OldText);
  size_t Number = J["files"].size();
  Indices[File.Shown] = Number;
  ordered_json Regions = ordered_json::array();
  for (Lines L : regionsOf(File, Index))
    Regions.push_back(regionJson(File, L, Index, Run));
  J["files"].push_back({{"path", File.Shown},
                        {"edits", File.Plan.Edits.size()},
                        {"regions", std::move(Regions)}});
  for (const Finding &F : File.Plan.Findings) {
    const LintRule *Rule = findLintRule(F.Rule);
    noteRule(F.Rule, Rule);
    J["findings"].push_back(
        findingJson(Number, Index.at(F.Where.Offset), F.Level, F.Rule, Rule,
                    F.What.text(Run.Lang), libraryOf(F, Run)));
  }
}

void Page::addRun(const RunResult &Run) {
  Summary S = summarize(Run);
  J["edits"] = S.Edits;
  for (const FileResult *File : S.Files)
    if (!File->Plan.Edits.empty() || !File->Plan.Findings.empty())
      addFile(*File, Run);
}

void Page::addEfforts(const Assessment &A) {
  for (const FileAssessment &F : A.Files)
    if (auto It = Indices.find(F.File->Shown); It != Indices.end())
      J["files"][It->second]["effort"] = effortName(F.Level).str();
}

/// Lint keeps the lines of its findings, not the files.
void Page::addLint(const LintResult &Result) {
  for (const LintFinding &F : Result.Findings) {
    auto [It, IsNew] = Indices.try_emplace(F.Path, J["files"].size());
    if (IsNew)
      J["files"].push_back(
          {{"path", F.Path}, {"edits", 0}, {"regions", ordered_json::array()}});
    ordered_json &Regions = J["files"][It->second]["regions"];
    if (Regions.empty() || Regions.back()["line"] != F.Line)
      Regions.push_back(
          {{"line", F.Line}, {"parts", ordered_json::array({F.SourceLine})}});
    noteRule(F.Rule->Name, F.Rule);
    J["findings"].push_back(findingJson(It->second, {F.Line, F.Column}, F.Level,
                                        F.Rule->Name, F.Rule, F.Message,
                                        F.Library));
  }
}

std::string Page::write() const {
  StringRef Template(musify_page_begin, musify_page_end - musify_page_begin);
  auto [Before, After] = Template.split("@DATA@");
  std::string Out = Before.str();
  // In a script element only `<` could end it.
  for (char C : J.dump(-1, ' ', false, ordered_json::error_handler_t::replace))
    if (C == '<')
      Out += "\\u003c";
    else
      Out += C;
  return Out + After.str();
}

} // namespace

std::string portHtml(const RunResult &Run, StringRef Title) {
  Page P("port", Title, Run.Files.size(), Run.Lang);
  P.addRun(Run);
  return P.write();
}

std::string scanHtml(const RunResult &Run, const Assessment &A,
                     StringRef Title) {
  Page P("scan", Title, Run.Files.size(), Run.Lang);
  P.addRun(Run);
  P.addEfforts(A);
  return P.write();
}

std::string lintHtml(const LintResult &Result, const LintFormatOptions &) {
  Page P("lint", "", Result.Files.size(), Result.Lang);
  P.addLint(Result);
  return P.write();
}

} // namespace musify
