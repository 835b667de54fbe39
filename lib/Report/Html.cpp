#include "Report/Html.h"
#include "Report/HtmlCode.h"
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

/// Of unchanged code between the regions of all files: beyond it, a page would
/// be slow to load.
constexpr size_t MostGapBytes = 12 << 20;

std::string libraryOf(const Finding &F, const RunResult &Run) {
  auto Used = Run.Entries.find(F.From.Entry.str());
  return Used == Run.Entries.end() ? "" : Used->second.Library;
}

ordered_json editJson(const Finding &F, const FileResult &File,
                      const LineIndex &Index, const RunResult &Run) {
  StringRef Old =
      StringRef(File.OldText).substr(F.Where.Offset, F.Where.Length);
  return {{"line", Index.at(F.Where.Offset).Line},
          {"old", unixLines(Old)},
          {"new", unixLines(*F.NewText)},
          {"rule", F.Rule.str()},
          {"engine", engineName(F.From.From).str()},
          {"entry", F.From.Entry.str()},
          {"library", libraryOf(F, Run)},
          {"unit", F.From.Unit.str()},
          {"why", reasonOf(F, Old).text(Run.Lang)}};
}

ordered_json findingJson(size_t File, LineIndex::Place At, Severity Level,
                         StringRef Rule, StringRef Message, StringRef Library) {
  return {{"file", File},
          {"line", At.Line},
          {"column", At.Column},
          {"severity", severityName(Level).str()},
          {"rule", Rule.str()},
          {"message", Message.str()},
          {"library", Library.str()}};
}

ordered_json blockerJson(const Blocker &B) {
  return {{"severity", severityName(B.Level).str()},
          {"rule", B.Rule ? B.Rule->Name.str() : ""},
          {"message", B.Message},
          {"places", B.Places},
          {"files", B.Files}};
}

/// The words of the page: messages that it fills in itself.
ordered_json wordsJson(Language Lang) {
  ordered_json J;
  for (unsigned Number = 0; isMessageId(Number); ++Number) {
    const MessageText &Text = textOf(MessageId(Number));
    if (Text.Name.starts_with("Page"))
      J[Text.Name.str()] =
          (Lang == Language::Chinese ? Text.Chinese : Text.English).str();
  }
  return J;
}

/// Collects what the page shows.
class Page {
public:
  Page(StringRef Command, StringRef Title, size_t FilesRead, Language Lang,
       RuleHelpFn Help)
      : Lang(Lang), Help(std::move(Help)) {
    J = {{"command", Command.str()},
         {"title", Title.str()},
         {"lang", Lang == Language::Chinese ? "zh" : "en"},
         {"words", wordsJson(Lang)},
         {"read", FilesRead}};
    for (const char *List :
         {"notParsed", "failed", "leftOut", "files", "findings"})
      J[List] = ordered_json::array();
    J["rules"] = ordered_json::object();
  }

  void addRun(const RunResult &Run);
  void addAssessment(const Assessment &A);
  void addLint(const LintResult &Result);
  std::string write() const;

private:
  void addFile(const FileResult &File, const RunResult &Run);
  void addNotParsed(StringRef Path, ArrayRef<Message> Why);
  void addSkipped(ArrayRef<SkippedResult> Skipped);
  void noteRule(const LintRule *Rule);
  void addCode(const LintResult &Result);

  Language Lang;
  RuleHelpFn Help;
  ordered_json J;
  size_t GapBudget = MostGapBytes;
  std::map<std::string, size_t> Indices; ///< shown path → place in `files`
};

void Page::noteRule(const LintRule *Rule) {
  if (!Rule || J["rules"].contains(Rule->Name.str()))
    return;
  J["rules"][Rule->Name.str()] = {{"id", Rule->Id.str()},
                                  {"title", Rule->title(Lang).str()},
                                  {"help", Help ? Help(*Rule).str() : ""}};
}

void Page::addNotParsed(StringRef Path, ArrayRef<Message> Why) {
  ordered_json Reasons = ordered_json::array();
  for (const Message &Each : Why)
    Reasons.push_back(Each.text(Lang));
  if (Reasons.empty())
    Reasons.push_back(say(msg::PageNoUnit).text(Lang));
  J["notParsed"].push_back({{"path", Path.str()}, {"why", std::move(Reasons)}});
}

void Page::addSkipped(ArrayRef<SkippedResult> Skipped) {
  for (const SkippedResult &S : Skipped)
    J[S.IsError ? "failed" : "leftOut"].push_back(
        {{"path", S.Path},
         {"why", ordered_json::array({S.Reason.text(Lang)})}});
}

void Page::addFile(const FileResult &File, const RunResult &Run) {
  LineIndex Index(File.OldText);
  HtmlCode Code(File.OldText, Index);
  for (const auto *List : {&File.Plan.Edits, &File.Plan.Findings})
    for (const Finding &F : *List)
      Code.show({Index.at(F.Where.Offset).Line,
                 Index.at(size_t(F.Where.Offset) + F.Where.Length).Line});
  size_t Number = J["files"].size();
  Indices[File.Shown] = Number;
  auto Write = [&](const Finding &F) { return editJson(F, File, Index, Run); };
  J["files"].push_back(
      {{"path", File.Shown},
       {"edits", File.Plan.Edits.size()},
       {"code", Code.json(File.Plan.Edits, Write, GapBudget)}});
  for (const Finding &F : File.Plan.Findings) {
    noteRule(findLintRule(F.Rule));
    J["findings"].push_back(findingJson(Number, Index.at(F.Where.Offset),
                                        F.Level, F.Rule, F.What.text(Run.Lang),
                                        libraryOf(F, Run)));
  }
}

void Page::addRun(const RunResult &Run) {
  Summary S = summarize(Run);
  J["edits"] = S.Edits;
  for (const FileResult *File : S.Files)
    if (!File->Plan.Edits.empty() || !File->Plan.Findings.empty())
      addFile(*File, Run);
  for (const FileResult *File : S.NotParsed)
    addNotParsed(File->Shown, File->ParseProblems);
  addSkipped(Run.Skipped);
}

void Page::addAssessment(const Assessment &A) {
  for (const FileAssessment &F : A.Files)
    if (auto It = Indices.find(F.File->Shown); It != Indices.end())
      J["files"][It->second]["effort"] = effortName(F.Level).str();
  for (const char *List : {"blockers", "order"})
    J[List] = ordered_json::array();
  for (const Blocker &B : A.Blockers)
    J["blockers"].push_back(blockerJson(B));
  for (const WorkStep &Step : A.Order) {
    J["order"].push_back(blockerJson(Step.Solved));
    J["order"].back()["done"] = Step.Done;
  }
}

/// Where the text of a file is not kept, the lines of the findings alone.
void Page::addCode(const LintResult &Result) {
  std::map<StringRef, std::vector<const LintFinding *>> ByFile;
  for (const LintFinding &F : Result.Findings)
    ByFile[F.Path].push_back(&F);
  for (const auto &[Path, Findings] : ByFile) {
    ordered_json &Code = J["files"][Indices[Path.str()]]["code"];
    if (auto Text = Result.Texts.find(Path.str()); Text != Result.Texts.end()) {
      LineIndex Index(Text->second);
      HtmlCode Shown(Text->second, Index);
      for (const LintFinding *F : Findings)
        Shown.show({F->Line, F->EndLine});
      Code = Shown.json(
          {}, [](const Finding &) { return ordered_json(); }, GapBudget);
      continue;
    }
    for (const LintFinding *F : Findings)
      if (Code.empty() || Code.back()["line"] != F->Line)
        Code.push_back({{"line", F->Line},
                        {"parts", ordered_json::array({F->SourceLine})}});
  }
}

void Page::addLint(const LintResult &Result) {
  for (const LintFinding &F : Result.Findings) {
    auto [It, IsNew] = Indices.try_emplace(F.Path, J["files"].size());
    if (IsNew)
      J["files"].push_back(
          {{"path", F.Path}, {"edits", 0}, {"code", ordered_json::array()}});
    noteRule(F.Rule);
    J["findings"].push_back(findingJson(It->second, {F.Line, F.Column}, F.Level,
                                        F.Rule->Name, F.Message, F.Library));
  }
  addCode(Result);
  for (const NotParsedFile &File : Result.NotParsed)
    addNotParsed(File.Path, File.Why);
  addSkipped(Result.Skipped);
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

std::string portHtml(const RunResult &Run, StringRef Title, RuleHelpFn Help) {
  Page P("port", Title, Run.Files.size(), Run.Lang, std::move(Help));
  P.addRun(Run);
  return P.write();
}

std::string scanHtml(const RunResult &Run, const Assessment &A, StringRef Title,
                     RuleHelpFn Help) {
  Page P("scan", Title, Run.Files.size(), Run.Lang, std::move(Help));
  P.addRun(Run);
  P.addAssessment(A);
  return P.write();
}

std::string lintHtml(const LintResult &Result,
                     const LintFormatOptions &Options) {
  Page P(Options.Command, Options.Title, Result.Files.size(), Result.Lang,
         Options.Help);
  P.addLint(Result);
  return P.write();
}

} // namespace musify
