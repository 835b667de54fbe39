// What all stages found becomes the input of the reports.
#include "Driver/RuleLevels.h"
#include "Driver/Stages.h"
#include "Platform/Platform.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace musify {
namespace {

class Collector {
public:
  Collector(const PortRequest &Request, const ProjectFiles &Found,
            ParsedProject &Parsed, Plan &Merged, const Table &Names)
      : Request(Request), Found(Found), Parsed(Parsed), Merged(Merged),
        Names(Names) {}

  void add(LoadedFile &F);
  void add(const LoadedScript &S);
  void addPaths();
  void addLinks();
  RunResult Result;

private:
  FileResult resultOf(const InputFile &Input, StringRef Text);
  bool hasCommand(const InputFile &Input) const;
  void noteProblems(FileResult &R, const ScannedFile &Scan, bool IsTemplate);
  void noteStatus(const Finding &F);
  void keep(FileResult R);

  const PortRequest &Request;
  const ProjectFiles &Found;
  ParsedProject &Parsed;
  Plan &Merged;
  const Table &Names;
};

FileResult Collector::resultOf(const InputFile &Input, StringRef Text) {
  FileResult R;
  R.Path = Input.Path;
  R.Shown = Input.Shown;
  R.Relative = Input.Relative;
  R.OldText = Text.str();
  R.Plan = std::move(Merged.Files[R.Path]);
  return R;
}

/// With a compile database: whether one of its commands covers the file.
bool Collector::hasCommand(const InputFile &Input) const {
  if (Request.BuildDir.empty() || Parsed.HasCommand.contains(Input.Path) ||
      (!Request.Parse && Input.IsHeader))
    return true;
  auto Mine = Found.Commands.find(Input.Path);
  return Mine != Found.Commands.end() && !Mine->second[0].Inferred;
}

/// `IsTemplate`: of a template that a parse would have told more about.
void Collector::noteProblems(FileResult &R, const ScannedFile &Scan,
                             bool IsTemplate) {
  for (auto &[Number, Messages] : Parsed.Problems[R.Path])
    for (Message &Each : Messages)
      if (!llvm::is_contained(R.ParseProblems, Each))
        R.ParseProblems.push_back(std::move(Each));
  if (Scan.Unreadable)
    Result.Skipped.push_back({R.Shown, Scan.Unreadable, true});
  else if (!isParsable(Scan) && Request.Parse)
    R.ParseProblems.push_back(say(msg::FileTooLarge));
  else if (Request.Parse && IsTemplate)
    R.ParseProblems.push_back(say(msg::FileIsTemplate));
}

/// What the tables say of the entry that the finding is about.
void Collector::noteStatus(const Finding &F) {
  std::string Entry = F.From.Entry.str();
  if (Entry.empty() || Result.Entries.count(Entry))
    return;
  for (Space In :
       {Space::Identifier, Space::Header, Space::Namespace, Space::String})
    if (auto E = Names.find(In, Entry)) {
      Result.Entries[Entry] = {statusName(E->S).str(), E->Library.str()};
      return;
    }
}

void Collector::keep(FileResult R) {
  for (const auto *List : {&R.Plan.Edits, &R.Plan.Findings})
    for (const Finding &Each : *List)
      noteStatus(Each);
  Result.Files.push_back(std::move(R));
}

/// The branches that no parse saw, as far as CUDA's names stand in them.
std::vector<LexerOnlyRegion> lexerOnlyRegions(const ScannedFile &Scan,
                                              const FileFacts &Known) {
  std::vector<LexerOnlyRegion> Out;
  for (auto [Begin, End] : Known.Unseen.value_or(Ranges())) {
    LexerOnlyRegion R{Begin, std::min(End, unsigned(Scan.Text.size())), 0};
    for (const Candidate &C : Scan.Candidates)
      R.Names += C.Offset >= R.Begin && C.Offset < R.End && !C.MusaCode &&
                 (C.at() == Candidate::Place::Name ||
                  (C.at() == Candidate::Place::Include && C.E)) &&
                 !Known.Names.contains(C.Offset) &&
                 !Known.Includes.contains(C.Offset);
    if (R.Names)
      Out.push_back(R);
  }
  return Out;
}

/// True if threads of a warp work together in the file.
bool usesWarps(const ScannedFile &Scan) {
  return llvm::any_of(Scan.Candidates, [](const Candidate &C) {
    return C.at() == Candidate::Place::Name && !C.MusaCode &&
           sourcePlatform().Warp.contains(C.Text);
  });
}

void Collector::add(LoadedFile &F) {
  if (!Names.isReversed() && !Request.Parse)
    Result.WarpFiles += usesWarps(F.Scan);
  FileResult R = resultOf(*F.Input, F.Buffer->getBuffer());
  auto It = Parsed.Known.Files.find(R.Path);
  bool Covered =
      It != Parsed.Known.Files.end() && !It->second.CoveredBy.empty();
  R.Parsed = Covered || !Parsed.isWorthParsing(F);
  R.HasCommand = hasCommand(*F.Input);
  noteProblems(R, F.Scan, F.Input->IsTemplate && Parsed.Worth.contains(R.Path));
  for (auto &S : F.Nested)
    R.Nested.push_back({S->Code, Request.Parse && !S->Problem});
  if (Covered)
    R.LexerOnly = lexerOnlyRegions(F.Scan, It->second);
  keep(std::move(R));
  F.Scan = {}; // nobody asks for it from here on: of a large tree, much
  F.Buffer.reset();
}

void Collector::add(const LoadedScript &S) {
  FileResult R = resultOf(S.Input, S.Content.Text);
  R.Parsed = true; // nothing for Clang
  keep(std::move(R));
}

/// Links whose input gets another name lead nowhere then. A complete tree has
/// them with their new target.
void Collector::addLinks() {
  bool IsComplete = !Found.Inputs.Others.empty();
  if (!Request.Edits.Rename || IsComplete)
    return;
  for (const LinkToInput &L : Found.Inputs.Links)
    if (std::string New = portedFileName(L.Path, Names.direction());
        New != L.Path)
      Result.Skipped.push_back(
          {L.Shown,
           say(msg::LinkToRenamed, sys::path::filename(L.Path),
               sys::path::filename(New)),
           false, /*IsTold=*/true});
}

/// What was left out, and the directories with code of others.
void Collector::addPaths() {
  for (const OtherFile &F : Found.Inputs.Others)
    Result.Others.push_back({F.Path, F.Shown, F.Relative, F.IsLink, false});
  if (!Request.CopyAll)
    Result.NotCopied = Found.Inputs.Unknown.size() + Found.Inputs.Documents;
  for (const SkippedPath &S : Found.Inputs.Skipped)
    Result.Skipped.push_back({S.Path, S.Reason, S.IsError, S.IsTold});
  addLinks();
  for (const VendoredFolder &V : vendoredFolders(Found.Inputs)) {
    VendoredResult R{V.Path, V.Shown, V.IsSubmodule};
    for (const FileResult &F : Result.Files)
      if (StringRef(F.Path).starts_with(V.Path + "/")) {
        ++R.Files;
        R.Changed += !F.Plan.Edits.empty();
      }
    Result.Vendored.push_back(std::move(R));
  }
}

} // namespace

RunResult collectResult(const PortRequest &Request, const ProjectFiles &Found,
                        std::vector<LoadedFile> &Files,
                        ArrayRef<LoadedScript> Scripts, ParsedProject &Parsed,
                        Plan Merged, const Table &Names) {
  Collector C(Request, Found, Parsed, Merged, Names);
  for (LoadedFile &F : Files)
    if (!F.Input->IsAround)
      C.add(F);
  for (const LoadedScript &S : Scripts)
    if (!S.Input.IsAround)
      C.add(S);
  C.addPaths();
  C.Result.Units = Parsed.Units;
  C.Result.UnitsRecalled = Parsed.Recalled;
  C.Result.UsesCache = Parsed.UsesCache;
  C.Result.Stopped = Parsed.Stopped;
  C.Result.Definitions = usefulDefinitions(C.Result.Files, Names);
  limitLevels(C.Result, Request.Edits);
  return std::move(C.Result);
}

} // namespace musify
