//===- Text.cpp - A run for people to read --------------------------------===//
#include "Report/Text.h"
#include "Lint/Catalogue.h"
#include "Report/Groups.h"
#include "Report/Palette.h"
#include "Report/Skipped.h"
#include "Report/SourceLine.h"
#include "Report/Summary.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringExtras.h"
#include <algorithm>
#include <map>
#include <tuple>
#include <vector>

using namespace musify;
using llvm::StringRef;

namespace {

/// `mapped-name 4, include 1`: the most frequent first.
std::vector<Argument> listed(const std::map<std::string, unsigned> &Counts) {
  std::vector<std::pair<std::string, unsigned>> Sorted(Counts.begin(),
                                                       Counts.end());
  llvm::sort(Sorted, [](auto &A, auto &B) {
    return std::tie(B.second, A.first) < std::tie(A.second, B.first);
  });
  std::vector<Argument> Parts;
  for (const auto &[Name, Count] : Sorted)
    Parts.emplace_back(Name + " " + std::to_string(Count));
  return Parts;
}

/// Writes one run in its language.
class Printer {
public:
  Printer(llvm::raw_ostream &OS, const RunResult &Run, bool Colour,
          bool Verbose)
      : OS(OS), Run(Run), S(summarize(Run)), P(Palette::of(Colour)),
        Verbose(Verbose) {}

  void findings();
  void summary();

private:
  void finding(const FileResult &File, const Finding &F,
               const LineIndex &Lines);
  void files();
  void edits();
  void findingCounts();
  void topNames(const std::string &Status);
  void nameCounts();
  void units();
  void lexerOnly();
  void hardLinks();
  void warps();
  void vendored();
  void noCommand();
  void skipped();
  void notParsed();
  void listNotParsed();
  void listParseProblems();

  std::string text(const Message &M) const { return M.text(Run.Lang); }
  void line(const Message &M) { OS << printable(text(M)) << '\n'; }
  void item(const Message &M) {
    OS << "  ";
    line(M);
  }
  void boldLine(const Message &M) {
    OS << P.Bold << printable(text(M)) << P.Reset << '\n';
  }
  /// A path, or one with what is said of it.
  void pathItem(StringRef Path, StringRef Said = "") {
    OS << "  " << printable(Path);
    if (!Said.empty())
      OS << ": " << printable(Said);
    OS << '\n';
  }
  /// Tells that `-v` lists what is only counted here.
  Message counted(Message What, bool IsListed) const {
    return IsListed ? What : say(msg::VerboseLists, std::move(What));
  }
  StringRef paint(Severity Level) const {
    return Level == Severity::Error     ? P.BoldRed
           : Level == Severity::Warning ? P.BoldMagenta
                                        : P.BoldCyan;
  }

  llvm::raw_ostream &OS;
  const RunResult &Run;
  Summary S;
  Palette P;
  bool Verbose;
  static constexpr size_t Most = 10; ///< items of a list without `-v`
};

void Printer::finding(const FileResult &File, const Finding &F,
                      const LineIndex &Lines) {
  LineIndex::Place At = Lines.at(F.Where.Offset);
  OS << P.Bold << printable(File.Shown) << ':' << At.Line << ':' << At.Column
     << ": " << P.Reset << paint(F.Level) << severityName(F.Level) << ": "
     << P.Reset << P.Bold << printable(text(F.What)) << P.Reset << " ["
     << ruleTag(F.Rule) << "]\n";
  printSourceLine(OS, Lines.line(At.Line), At.Column - 1, F.Where.Length, P);
}

void Printer::findings() {
  Groups Same(/*ShowsAll=*/Verbose);
  auto Said = [&](const Finding &F) {
    return F.Rule.str() + " " + text(F.What);
  };
  auto IsTold = [&](const Finding &F) {
    return Verbose || F.Level != Severity::Note;
  };
  for (const FileResult *File : S.Files)
    for (const Finding &F : File->Plan.Findings)
      if (IsTold(F))
        Same.add(Said(F));
  for (const FileResult *File : S.Files) {
    if (File->Plan.Findings.empty())
      continue;
    LineIndex Lines(File->OldText);
    for (const Finding &F : File->Plan.Findings) {
      if (!IsTold(F))
        continue;
      auto [IsShown, Hidden] = Same.next(Said(F));
      if (IsShown)
        finding(*File, F, Lines);
      if (Hidden)
        line(say(msg::VerboseLists, say(msg::MorePlaces, Hidden)));
    }
  }
}

void Printer::files() {
  std::vector<Message> Parts = {
      say(msg::FilesRead, S.Files.size(), S.Changed, S.Failed)};
  if (S.AlreadyMusa)
    Parts.push_back(say(msg::AlreadyMusa, S.AlreadyMusa));
  if (S.Copied)
    Parts.push_back(say(msg::Copied, S.Copied));
  line(say(msg::List, listOf(Parts)));
}

void Printer::edits() {
  line(say(msg::Edits, S.Edits));
  if (!S.Edits)
    return;
  std::map<std::string, unsigned> ByEngine;
  for (auto [E, Count] : S.EditsByEngine)
    ByEngine[engineName(E).str()] = Count;
  item(say(msg::ByRule, listed(S.EditsByRule)));
  item(say(msg::ByEngine, listed(ByEngine)));
}

void Printer::findingCounts() {
  OS << text(say(msg::Findings, S.Findings));
  StringRef Separator = ": ";
  for (Severity Level : {Severity::Error, Severity::Warning, Severity::Note}) {
    auto It = S.FindingsBySeverity.find(Level);
    if (It == S.FindingsBySeverity.end())
      continue;
    StringRef Paint = Level == Severity::Note ? StringRef() : paint(Level);
    OS << Separator << Paint << text(countOf(Level, It->second))
       << (Paint.empty() ? StringRef() : P.Reset);
    Separator = ", ";
  }
  if (Run.Suppressed)
    OS << "; " << text(say(msg::SuppressedCount, Run.Suppressed));
  OS << '\n';
  if (S.Findings)
    item(say(msg::ByRule, listed(S.FindingsByRule)));
}

void Printer::topNames(const std::string &Status) {
  auto It = S.Names.find(Status);
  if (It == S.Names.end())
    return;
  llvm::ArrayRef<NameUse> Uses = It->second;
  boldLine(
      say(msg::NamesAtPlaces, Status, Uses.size(), countPlaces(It->second)));
  for (const NameUse &Use : Uses.take_front(Most))
    item(say(msg::NameAtPlaces, Use.Name, Use.Places,
             Use.File->Shown + ":" + std::to_string(Use.First.Line) + ":" +
                 std::to_string(Use.First.Column)));
  if (Uses.size() > Most)
    item(say(msg::AndMoreItems, Uses.size() - Most));
}

void Printer::nameCounts() {
  for (const auto &[Status, Uses] : S.Names)
    if (Status == "unverified" || Status == "partial")
      line(say(msg::NamesAtPlaces, Status, Uses.size(), countPlaces(Uses)));
}

void Printer::units() {
  if (Verbose && Run.UsesCache)
    line(say(msg::UnitsParsed, Run.Units, Run.Units - Run.UnitsRecalled,
             Run.UnitsRecalled));
}

/// One file a line, with its first problems.
void Printer::listNotParsed() {
  constexpr size_t MostProblems = 3;
  for (const FileResult *File : S.NotParsed) {
    std::vector<std::string> Said;
    for (const Message &M :
         llvm::ArrayRef(File->ParseProblems).take_front(MostProblems))
      Said.push_back(text(M));
    if (size_t All = File->ParseProblems.size(); All > MostProblems)
      Said.push_back(text(say(msg::AndMoreItems, All - MostProblems)));
    pathItem(File->Shown, llvm::join(Said, "; "));
  }
}

/// One problem a line, those of most files first: a directory that is missing
/// shows in all that needs it.
void Printer::listParseProblems() {
  std::map<Message, unsigned> Files;
  for (const FileResult *File : S.NotParsed)
    for (const Message &Problem : File->ParseProblems)
      if (Problem.Id != msg::MoreErrors)
        ++Files[Problem];
  std::vector<std::pair<std::string, unsigned>> ByFiles;
  for (const auto &[Problem, Count] : Files)
    ByFiles.emplace_back(text(Problem), Count);
  llvm::sort(ByFiles, [](const auto &A, const auto &B) {
    return std::tie(B.second, A.first) < std::tie(A.second, B.first);
  });
  for (const auto &[Problem, Count] : llvm::ArrayRef(ByFiles).take_front(Most))
    item(say(msg::ProblemInFiles, Problem, Count));
  if (ByFiles.size() > Most)
    item(say(msg::AndMoreItems, ByFiles.size() - Most));
}

void Printer::notParsed() {
  if (S.NotParsed.empty())
    return;
  bool ListFiles = Verbose || S.NotParsed.size() <= Most;
  boldLine(counted(say(msg::NotParsed, S.NotParsed.size()), ListFiles));
  if (ListFiles)
    listNotParsed();
  else
    listParseProblems();
  bool LacksHeader = llvm::any_of(S.NotParsed, [](const FileResult *File) {
    return llvm::any_of(File->ParseProblems, [](const Message &Problem) {
      return Problem.Id == msg::HeaderNotFound;
    });
  });
  if (LacksHeader)
    item(say(msg::HeaderHint));
}

void Printer::hardLinks() {
  for (const FileResult *File : S.Files)
    if (File->OldLinks)
      pathItem(File->Shown, text(say(msg::OtherHardLinks, File->OldLinks)));
}

void Printer::warps() {
  if (Run.WarpFiles)
    line(say(msg::WarpsNotChecked, Run.WarpFiles));
}

void Printer::lexerOnly() {
  for (const UsefulDefinition &D : Run.Defined)
    line(say(msg::DefinitionTried, D.Macro, D.Names));
  if (!S.LexerOnlyRegions)
    return;
  line(counted(say(msg::LexerOnly, S.LexerOnlyNames, S.LexerOnlyRegions),
               Verbose));
  for (const UsefulDefinition &D :
       llvm::ArrayRef(Run.Definitions).take_front(Most))
    item(say(msg::DefinitionHelps, D.Macro, D.Names, D.Files));
  for (const FileResult *File : S.Files) {
    if (!Verbose || File->LexerOnly.empty())
      continue;
    LineIndex Lines(File->OldText);
    for (const LexerOnlyRegion &R : File->LexerOnly)
      item(say(msg::LexerOnlyRegion, File->Shown, Lines.at(R.Begin).Line,
               Lines.at(R.End).Line, R.Names));
  }
}

void Printer::noCommand() {
  if (S.NoCommand.empty())
    return;
  line(say(msg::NoCommand, S.NoCommand.size()));
  for (const FileResult *File : llvm::ArrayRef(S.NoCommand).take_front(Most))
    pathItem(File->Shown);
  if (S.NoCommand.size() > Most)
    item(say(msg::AndMoreItems, S.NoCommand.size() - Most));
}

/// `--exclude` leaves such a directory out.
void Printer::vendored() {
  for (const VendoredResult &V : Run.Vendored)
    line(V.IsSubmodule ? say(msg::Submodule, V.Shown, V.Files, V.Changed)
                       : say(msg::Vendored, V.Shown, V.Files, V.Changed));
}

/// What a person has to look at is listed always, the rest with `-v`.
void Printer::skipped() {
  size_t Left = S.Skipped.size() - S.Failed;
  if (!Left)
    return;
  bool ListsAll = Verbose || llvm::all_of(S.Skipped, [](const auto *Path) {
                    return Path->IsError || Path->IsTold;
                  });
  line(counted(say(msg::NotPorted, Left), ListsAll));
  printSkipped(OS, Run.Skipped, {"", "  ", Verbose ? "  " : ""}, Run.Lang);
}

void Printer::summary() {
  files();
  printSkipped(OS, Run.Skipped, {"  "}, Run.Lang);
  edits();
  findingCounts();
  topNames("unsupported");
  nameCounts();
  units();
  hardLinks();
  warps();
  lexerOnly();
  vendored();
  noCommand();
  skipped();
  notParsed();
  line(say(msg::FilesByOutcome, S.Ported, S.Unchanged, S.WithFindings,
           S.LeftOut));
}

} // namespace

Message musify::countOf(Severity Level, size_t Count) {
  switch (Level) {
  case Severity::Error:
    return say(msg::Errors, Count);
  case Severity::Warning:
    return say(msg::Warnings, Count);
  case Severity::Note:
    return say(msg::Notes, Count);
  }
  llvm_unreachable("all severities are handled");
}

void musify::printFindings(llvm::raw_ostream &OS, const RunResult &Run,
                           bool Colour, bool Verbose) {
  Printer(OS, Run, Colour, Verbose).findings();
}

void musify::printSummary(llvm::raw_ostream &OS, const RunResult &Run,
                          bool Colour, bool Verbose) {
  Printer(OS, Run, Colour, Verbose).summary();
}
