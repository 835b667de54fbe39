#include "Driver/Verify.h"
#include "Audit/Check.h"
#include "Driver/VerifyRun.h"
#include "Report/LineIndex.h"
#include "Verify/Back.h"
#include "Verify/Branches.h"
#include "Verify/BuildNames.h"
#include "Verify/Meanings.h"
#include "Verify/Problems.h"
#include "Verify/Sources.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace musify {

/// Definitions and files count for the whole tree.
void VerifyRun::judgeNames() {
  StringSet<> DefinedBefore, DefinedAfter, OfCode;
  for (auto [S, Defined] :
       {std::pair{&Before, &DefinedBefore}, std::pair{&After, &DefinedAfter}})
    for (const auto &[Path, F] : S->Files) {
      TextKind Kind = textKindOf(Path);
      StringSet<> Mine;
      addDefinedNames(F->OldText, Kind, Mine);
      for (const auto &Name : Mine) {
        Defined->insert(Name.getKey());
        if (Kind == TextKind::Code)
          OfCode.insert(Name.getKey());
      }
    }
  BuildNames NamesBefore, NamesAfter;
  for (auto [S, Names] :
       {std::pair{&Before, &NamesBefore}, std::pair{&After, &NamesAfter}})
    for (const auto &[Path, F] : S->Files)
      Names->add(Path, F->OldText);
  FileList FilesBefore(Before.paths()), FilesAfter(After.paths());
  StringSet<> NotPorted; // which the port tells
  for (const SkippedResult &S : Before.Result.Skipped)
    if (S.IsTold)
      NotPorted.insert(S.Path);
  for (ComparedFile &F : Compared)
    if (textKindOf(F.Original->Path) == TextKind::Code) {
      judgeConditions(F, OfCode);
      judgeDefinitions(F, DefinedBefore, DefinedAfter);
    } else {
      if (!NotPorted.contains(F.Original->Shown) ||
          F.Original->OldText != F.Port->OldText)
        judgeSources(*F.Original, *F.Port, FilesBefore, FilesAfter);
      judgeBuildNames(F, NamesBefore, NamesAfter);
    }
}

/// What a script that the port alone has says of CUDA, and what MUSA's compiler
/// is not known to take: no port has reported it.
static void addLeftInScript(const FilePlan &Left, FileResult &F) {
  for (const Finding &Each : Left.Findings)
    if (Each.Level != Severity::Note)
      F.Plan.Findings.push_back(Each);
  for (const Finding &Edit : Left.Edits) {
    unsigned Begin = Edit.Where.Offset, End = Begin + Edit.Where.Length;
    if (!isReported(F, {Begin, End}))
      addFinding(F, Begin, Edit.Where.Length,
                 say(msg::VerifyNotPorted, F.OldText.substr(Begin, End - Begin),
                     *Edit.NewText),
                 Edit.From.Entry);
  }
}

/// Files that one side alone has.
void VerifyRun::judgeFiles() {
  auto Report = [](FileResult &F, Message What) {
    F.Plan.Findings.clear();
    addFinding(F, 0, 0, std::move(What));
  };
  for (const std::string &Path : Pairs.Extra) {
    FileResult &F = *After.Files[Path];
    Report(F, say(msg::VerifyExtra));
    addLeftInScript(LeftInScripts[Path], F);
  }
  for (const std::string &Path : Pairs.Missing) {
    FileResult &F = *Before.Files[Path];
    bool IsInput = llvm::any_of(Before.Result.Files,
                                [&](const FileResult &I) { return &I == &F; });
    if (!IsInput) // a port without --copy-all leaves it out
      continue;
    Report(F, say(msg::VerifyMissing, F.Shown));
    Missing.push_back(std::move(F));
  }
}

/// What the tables say of the names that the port writes, against an SDK.
void VerifyRun::judgeSdk() {
  CheckRequest Check;
  Check.MusaPath = Request.MusaPath;
  Check.MusaVersion = Request.Lint.Port.Edits.MusaVersion;
  StringMap<std::string> Differs;
  for (EvidenceName &N : checkTable(Check, Names).Names)
    if (!N.What.empty())
      Differs[N.From] = std::move(N.What);
  for (ComparedFile &F : Compared)
    for (MadeEdit &M : F.How.Made) {
      auto It = Differs.find(M.Edit->From.Entry);
      if (It == Differs.end())
        continue;
      addFinding(*F.Port, M.NewOffset, M.Edit->NewText->size(),
                 say(msg::SdkDiffers, It->second), M.Edit->From.Entry);
      Counts.Proved -= M.IsProved;
      M.IsProved = false;
    }
}

void VerifyRun::judgeAll() {
  judgeMeanings(Compared);
  Counts = judge(Compared, Names);
  judgeNames();
  for (ComparedFile &F : Compared)
    if (auto It = Back.find(F.Port->Path); It != Back.end())
      judgeBack(F, It->second, Names);
  StringMap<FileResult *> Ports;
  for (const auto &[Path, F] : After.Files)
    Ports[F->Path] = F;
  for (ComparedFile &F : Compared) {
    judgeProblems(F, Ports);
    judgeFixes(F);
    Counts.NotComparable += !F.IsParsed && (F.Before || F.After);
  }
  judgeFiles();
  if (!Request.MusaPath.empty())
    judgeSdk();
}

AgainstCounts VerifyRun::judgeAgainst(VerifyRun &Other) {
  auto Drop = [](std::vector<FileResult> &Mine,
                 const std::vector<FileResult> &Theirs) {
    llvm::erase_if(Mine, [&](const FileResult &F) {
      return llvm::any_of(Theirs, [&](const FileResult &Each) {
        return Each.Relative == F.Relative;
      });
    });
  };
  std::vector<FileResult> Ours = Missing;
  Drop(Missing, Other.Missing);
  Drop(Other.Missing, Ours);
  return musify::judgeAgainst(Compared, Other.Compared, Names);
}

RunResult VerifyRun::takeResult() {
  RunResult Out = std::move(After.Result);
  for (FileResult &F : After.Others)
    if (!F.Plan.Findings.empty())
      Out.Files.push_back(std::move(F));
  llvm::append_range(Out.Files, std::move(Missing));
  for (FileResult &F : Out.Files) {
    F.ParseProblems.clear(); // they are findings now
    llvm::sort(F.Plan.Findings, [](const Finding &A, const Finding &B) {
      return std::tie(A.Where.Offset, A.Where.Length, A.What) <
             std::tie(B.Where.Offset, B.Where.Length, B.What);
    });
  }
  StringSet<> Told; // a tree may hold both sides
  for (const SkippedResult &S : Out.Skipped)
    Told.insert(S.Path);
  for (SkippedResult &S : Before.Result.Skipped)
    if (!Told.contains(S.Path))
      Out.Skipped.push_back(std::move(S));
  llvm::erase_if(Out.Skipped, [](const SkippedResult &S) {
    return !S.IsError && !S.IsTold; // what a complete tree leaves out
  });
  llvm::sort(Out.Files, [](const FileResult &A, const FileResult &B) {
    return A.Path < B.Path;
  });
  return Out;
}

static std::optional<Engine> engineAt(const FileFacts *Facts, unsigned Offset) {
  const NameFact *Name = Facts ? factAt(Facts->Names, Offset) : nullptr;
  return Name ? std::optional(Name->From) : std::nullopt;
}

std::vector<ExplainedEdit> VerifyRun::explain() const {
  std::vector<ExplainedEdit> Out;
  for (const ComparedFile &F : Compared) {
    LineIndex Lines(F.Port->OldText);
    for (const MadeEdit &M : F.How.Made) {
      const Finding &Edit = *M.Edit;
      auto At = Lines.at(M.NewOffset);
      Out.push_back(
          {F.Port->Shown, unsigned(At.Line), unsigned(At.Column),
           F.Original->OldText.substr(Edit.Where.Offset, Edit.Where.Length),
           *Edit.NewText, Edit.Rule.str(), Edit.From.Entry.str(),
           engineAt(F.Before, Edit.Where.Offset),
           engineAt(F.After, M.NewOffset), M.IsProved});
    }
  }
  return Out;
}

Error compareTrees(const VerifyRequest &Request, const Table &Names,
                   function_ref<Error(const ComparedTrees &)> Use) {
  VerifyRun Run(Request, Names);
  if (Error E = Run.readAll(/*Compares=*/false))
    return E;
  return Use(Run.trees());
}

Expected<VerifyResult> runVerify(const VerifyRequest &Request,
                                 const Table &Names) {
  VerifyRun Run(Request, Names);
  if (Error E = Run.readAll(/*Compares=*/true))
    return std::move(E);
  Run.judgeAll();
  VerifyResult Out;
  if (Request.Explains)
    Out.Edits = Run.explain();
  RunResult Found;
  if (Request.AgainstPath.empty()) {
    Found = Run.takeResult();
  } else {
    VerifyRequest Second = Request;
    Second.PortPath = Request.AgainstPath;
    VerifyRun Other(Second, Names);
    if (Error E = Other.readAll(/*Compares=*/true))
      return std::move(E);
    Other.judgeAll();
    Out.Against = Run.judgeAgainst(Other);
    Found = Run.takeResult();
    for (FileResult &F : Other.takeResult().Files)
      if (!F.Plan.Findings.empty())
        Found.Files.push_back(std::move(F));
  }
  auto Lint = siftFindings(Request.Lint, std::move(Found));
  if (!Lint)
    return Lint.takeError();
  Out.Lint = std::move(*Lint);
  Out.Counts = Run.counts();
  return Out;
}

std::string verifySummary(const VerifyResult &Result) {
  const VerifyCounts &C = Result.Counts;
  if (const auto &A = Result.Against)
    return say(msg::AgainstSummary, A->Alike, A->Otherwise, A->Here, A->There)
               .text(Result.Lint.Lang) +
           '\n';
  unsigned Reported = 0, Disproved = 0;
  for (const LintFinding &F : Result.Lint.Findings) {
    Reported += F.Level != Severity::Note;
    Disproved += F.Level == Severity::Error;
  }
  Message Out = say(msg::VerifySummary, C.Edits, C.Proved, C.ByText, Reported,
                    Disproved, C.NotComparable);
  if (C.ByHand)
    Out.add(say(msg::VerifyByHand, C.ByHand));
  if (C.RenamedNames)
    Out.add(say(msg::VerifyRenamedCount, C.RenamedNames, C.RenamedPlaces));
  return Out.text(Result.Lint.Lang) + '\n';
}

} // namespace musify
