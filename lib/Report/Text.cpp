//===- Text.cpp - A run for people to read --------------------------------===//
#include "Report/Text.h"

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

static void printFinding(llvm::raw_ostream &OS, const FileResult &File,
                         const Finding &F, const LineIndex &Lines,
                         const Palette &P) {
  LineIndex::Place At = Lines.at(F.Where.Offset);
  StringRef Paint = F.Level == Severity::Error     ? P.BoldRed
                    : F.Level == Severity::Warning ? P.BoldMagenta
                                                   : P.BoldCyan;
  OS << P.Bold << printable(File.Shown) << ':' << At.Line << ':' << At.Column
     << ": " << P.Reset << Paint << severityName(F.Level) << ": " << P.Reset
     << P.Bold << printable(F.Message) << P.Reset << " [" << F.Rule << "]\n";
  printSourceLine(OS, Lines.line(At.Line), At.Column - 1, F.Where.Length, P);
}

void musify::printFindings(llvm::raw_ostream &OS, const RunResult &Run,
                           bool Colour, bool Verbose) {
  Palette P = Palette::of(Colour);
  for (const FileResult *File : summarize(Run).Files) {
    if (File->Plan.Findings.empty())
      continue;
    LineIndex Lines(File->OldText);
    for (const Finding &F : File->Plan.Findings)
      if (Verbose || F.Level != Severity::Note)
        printFinding(OS, *File, F, Lines, P);
  }
}

/// `mapped-name 4, include 1`: the most frequent first.
static std::string listed(const std::map<std::string, unsigned> &Counts) {
  std::vector<std::pair<std::string, unsigned>> Sorted(Counts.begin(),
                                                       Counts.end());
  llvm::sort(Sorted, [](auto &A, auto &B) {
    return std::tie(B.second, A.first) < std::tie(A.second, B.first);
  });
  std::vector<std::string> Parts;
  for (const auto &[Name, Count] : Sorted)
    Parts.push_back(Name + " " + std::to_string(Count));
  return llvm::join(Parts, ", ");
}

static void printEdits(llvm::raw_ostream &OS, const Summary &S) {
  OS << counted(S.Edits, "edit") << '\n';
  if (!S.Edits)
    return;
  std::map<std::string, unsigned> ByEngine;
  for (auto [E, Count] : S.EditsByEngine)
    ByEngine[engineName(E).str()] = Count;
  OS << "  by rule: " << listed(S.EditsByRule) << '\n'
     << "  by engine: " << listed(ByEngine) << '\n';
}

static void printFindingCounts(llvm::raw_ostream &OS, const Summary &S,
                               const Palette &P) {
  OS << counted(S.Findings, "finding");
  StringRef Separator = ": ";
  for (Severity Level : {Severity::Error, Severity::Warning, Severity::Note}) {
    auto It = S.FindingsBySeverity.find(Level);
    if (It == S.FindingsBySeverity.end())
      continue;
    StringRef Paint = Level == Severity::Error     ? P.BoldRed
                      : Level == Severity::Warning ? P.BoldMagenta
                                                   : StringRef();
    OS << Separator << Paint << counted(It->second, severityName(Level))
       << (Paint.empty() ? StringRef() : P.Reset);
    Separator = ", ";
  }
  OS << '\n';
  if (S.Findings)
    OS << "  by rule: " << listed(S.FindingsByRule) << '\n';
}

static void printTopNames(llvm::raw_ostream &OS, const Summary &S,
                          const std::string &Status, const Palette &P) {
  constexpr size_t Most = 10;
  auto It = S.Names.find(Status);
  if (It == S.Names.end())
    return;
  llvm::ArrayRef<NameUse> Uses = It->second;
  OS << P.Bold << Status << ": " << counted(Uses.size(), "name") << " at "
     << counted(countPlaces(It->second), "place") << P.Reset << '\n';
  for (const NameUse &Use : Uses.take_front(Most))
    OS << "  `" << printable(Use.Name) << "` at "
       << counted(Use.Places, "place") << ", first "
       << printable(Use.File->Shown) << ':' << Use.First.Line << ':'
       << Use.First.Column << '\n';
  if (Uses.size() > Most)
    OS << "  and " << Uses.size() - Most << " more\n";
}

/// One file a line, with its first problems.
static void listNotParsed(llvm::raw_ostream &OS, const Summary &S) {
  constexpr size_t Most = 3;
  for (const FileResult *File : S.NotParsed) {
    llvm::ArrayRef<std::string> Problems = File->ParseProblems;
    OS << "  " << printable(File->Shown);
    if (!Problems.empty())
      OS << ": " << printable(llvm::join(Problems.take_front(Most), "; "));
    if (Problems.size() > Most)
      OS << "; and " << Problems.size() - Most << " more";
    OS << '\n';
  }
}

/// One problem a line, those of most files first: a folder that is missing
/// shows in all that needs it.
static void listParseProblems(llvm::raw_ostream &OS, const Summary &S) {
  constexpr size_t Most = 10;
  std::map<llvm::StringRef, unsigned> Files;
  for (const FileResult *File : S.NotParsed)
    for (llvm::StringRef Problem : File->ParseProblems)
      if (!Problem.starts_with("and ")) // how many more there are
        ++Files[Problem];
  std::vector<std::pair<llvm::StringRef, unsigned>> ByFiles(Files.begin(),
                                                            Files.end());
  llvm::sort(ByFiles, [](const auto &A, const auto &B) {
    return std::tie(B.second, A.first) < std::tie(A.second, B.first);
  });
  for (auto [Problem, Count] : llvm::ArrayRef(ByFiles).take_front(Most))
    OS << "  " << printable(Problem) << ": " << counted(Count, "file") << '\n';
  if (ByFiles.size() > Most)
    OS << "  and " << ByFiles.size() - Most << " more\n";
}

static void printNotParsed(llvm::raw_ostream &OS, const Summary &S,
                           bool Verbose, const Palette &P) {
  constexpr size_t MostFiles = 10;
  if (S.NotParsed.empty())
    return;
  bool ListFiles = Verbose || S.NotParsed.size() <= MostFiles;
  OS << P.Bold << counted(S.NotParsed.size(), "file")
     << " not parsed completely" << P.Reset
     << (ListFiles ? "\n" : " (-v lists them)\n");
  if (ListFiles)
    listNotParsed(OS, S);
  else
    listParseProblems(OS, S);
  bool LacksHeader = llvm::any_of(S.NotParsed, [](const FileResult *File) {
    return llvm::any_of(File->ParseProblems, [](llvm::StringRef Problem) {
      return Problem.starts_with("header `");
    });
  });
  if (LacksHeader)
    OS << "  -I FOLDER, or a compile database with -p, shows where headers "
          "are\n";
}

static void printLexerOnly(llvm::raw_ostream &OS, const Summary &S,
                           bool Verbose) {
  if (!S.LexerOnlyRegions)
    return;
  OS << "lexer-only: " << counted(S.LexerOnlyNames, "CUDA name") << " in "
     << counted(S.LexerOnlyRegions, "region") << " that no parse saw"
     << (Verbose ? "\n" : " (-v lists them)\n");
  for (const FileResult *File : S.Files) {
    if (!Verbose || File->LexerOnly.empty())
      continue;
    LineIndex Lines(File->OldText);
    for (const LexerOnlyRegion &R : File->LexerOnly)
      OS << "  " << printable(File->Shown) << ": lines "
         << Lines.at(R.Begin).Line << '-' << Lines.at(R.End).Line << ": "
         << counted(R.Names, "name") << '\n';
  }
}

static void printNoCommand(llvm::raw_ostream &OS, const Summary &S) {
  constexpr size_t Most = 10;
  if (S.NoCommand.empty())
    return;
  OS << counted(S.NoCommand.size(), "file")
     << " that no command of the database covers; flags were inferred\n";
  for (const FileResult *File : llvm::ArrayRef(S.NoCommand).take_front(Most))
    OS << "  " << printable(File->Shown) << '\n';
  if (S.NoCommand.size() > Most)
    OS << "  and " << S.NoCommand.size() - Most << " more\n";
}

/// Who does not port a folder of others leaves it out with `--exclude`.
static void printVendored(llvm::raw_ostream &OS, const RunResult &Run) {
  for (const VendoredResult &V : Run.Vendored)
    OS << (V.IsSubmodule ? "submodule " : "vendored folder ")
       << printable(V.Shown) << ": " << counted(V.Files, "file") << " read, "
       << V.Changed << " changed\n";
}

/// Failed paths and broken links are told one by one; `-v` tells the rest too.
static void printLeftOut(llvm::raw_ostream &OS, const RunResult &Run,
                         const Summary &S, bool Verbose) {
  size_t Left = S.Skipped.size() - S.Failed;
  if (!Left)
    return;
  bool ListsAll = Verbose || llvm::all_of(S.Skipped, [](const auto *Path) {
                    return Path->IsError || Path->IsBrokenLink;
                  });
  OS << counted(Left, "path") << " left alone"
     << (ListsAll ? "\n" : " (-v lists them)\n");
  printSkipped(OS, Run.Skipped, {"", "  ", Verbose ? "  " : ""});
}

void musify::printSummary(llvm::raw_ostream &OS, const RunResult &Run,
                          bool Colour, bool Verbose) {
  Palette P = Palette::of(Colour);
  Summary S = summarize(Run);
  OS << counted(S.Files.size(), "file") << " read, " << S.Changed
     << " changed, " << S.Failed << " failed";
  if (S.AlreadyMusa)
    OS << ", " << S.AlreadyMusa << " already MUSA";
  if (S.Copied)
    OS << ", " << S.Copied << " copied";
  OS << '\n';
  printSkipped(OS, Run.Skipped, {"  "});
  printEdits(OS, S);
  printFindingCounts(OS, S, P);
  printTopNames(OS, S, "unsupported", P);
  for (const auto &[Status, Uses] : S.Names)
    if (Status == "unverified" || Status == "partial")
      OS << Status << ": " << counted(Uses.size(), "name") << " at "
         << counted(countPlaces(Uses), "place") << '\n';
  if (Verbose && Run.UsesCache)
    OS << counted(Run.Units, "unit") << ": " << Run.Units - Run.UnitsRecalled
       << " parsed, " << Run.UnitsRecalled << " from the cache\n";
  printLexerOnly(OS, S, Verbose);
  printVendored(OS, Run);
  printNoCommand(OS, S);
  printLeftOut(OS, Run, S, Verbose);
  printNotParsed(OS, S, Verbose, P);
}
