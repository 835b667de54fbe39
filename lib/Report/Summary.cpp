//===- Summary.cpp - The counts that all reports share --------------------===//
#include "Report/Summary.h"

#include "llvm/ADT/STLExtras.h"
#include <set>
#include <tuple>

using namespace musify;

namespace {

/// Places that one entry was seen at, in the order of the report.
using Places = std::set<std::tuple<size_t /*file*/, unsigned, unsigned>>;

} // namespace

/// Files and skipped paths in the order of their paths, for any `-j`.
static void sortInputs(const RunResult &Run, Summary &S) {
  for (const FileResult &F : Run.Files)
    S.Files.push_back(&F);
  llvm::sort(S.Files, [](auto *A, auto *B) { return A->Path < B->Path; });
  for (const SkippedResult &F : Run.Skipped)
    S.Skipped.push_back(&F);
  llvm::sort(S.Skipped, [](auto *A, auto *B) {
    return std::tie(A->Path, A->Reason) < std::tie(B->Path, B->Reason);
  });
}

/// `cmake/CUDA_FOUND` is the rule of the table of CMake for that name.
static llvm::StringRef shownName(llvm::StringRef Entry, const UsedEntry &Used) {
  return Used.Library == "build" ? Entry.split('/').second.trim('*') : Entry;
}

static NameUse makeUse(llvm::StringRef Name, const Places &Seen,
                       const Summary &S) {
  auto [File, Offset, Length] = *Seen.begin();
  return {Name.str(), unsigned(Seen.size()), S.Files[File],
          LineIndex(S.Files[File]->OldText).at(Offset)};
}

static void countNames(const RunResult &Run, Summary &S) {
  std::map<std::string, Places> Seen;
  for (auto [I, File] : llvm::enumerate(S.Files))
    for (const auto *List : {&File->Plan.Edits, &File->Plan.Findings})
      for (const Finding &F : *List)
        if (!F.From.Entry.empty())
          Seen[F.From.Entry.str()].insert({I, F.Where.Offset, F.Where.Length});

  for (const auto &[Name, At] : Seen)
    if (auto It = Run.Entries.find(Name); It != Run.Entries.end())
      S.Names[It->second.Status].push_back(
          makeUse(shownName(Name, It->second), At, S));
  for (auto &[Status, Uses] : S.Names)
    llvm::sort(Uses, [](const NameUse &A, const NameUse &B) {
      return std::tie(B.Places, A.Name) < std::tie(A.Places, B.Name);
    });
}

static void countOutcome(const FileResult &File, Summary &S) {
  bool IsFound = llvm::any_of(File.Plan.Findings, [](const Finding &F) {
    return F.Level != Severity::Note;
  });
  ++(IsFound                   ? S.WithFindings
     : File.Plan.Edits.empty() ? S.Unchanged
                               : S.Ported);
}

Summary musify::summarize(const RunResult &Run) {
  Summary S;
  sortInputs(Run, S);
  for (const SkippedResult *Path : S.Skipped)
    S.Failed += Path->IsError;
  for (const SkippedResult *Path : S.Skipped)
    S.LeftOut += Path->IsError || Path->IsTold;
  for (const OtherResult &Other : Run.Others)
    S.Copied += Other.Copied;
  for (const FileResult *File : S.Files) {
    S.Changed += !File->Plan.Edits.empty() && !File->WriteFailed;
    S.AlreadyMusa += File->AlreadyMusa;
    countOutcome(*File, S);
    if (!File->AlreadyMusa && (!File->Parsed || !File->ParseProblems.empty()))
      S.NotParsed.push_back(File);
    S.LexerOnlyRegions += File->LexerOnly.size();
    S.LexerOnlyNames += File->unseenNames();
    if (!File->HasCommand)
      S.NoCommand.push_back(File);
    for (const Finding &F : File->Plan.Edits) {
      ++S.Edits;
      ++S.EditsByRule[F.Rule.str()];
      ++S.EditsByEngine[F.From.From];
    }
    for (const Finding &F : File->Plan.Findings) {
      ++S.Findings;
      ++S.FindingsByRule[F.Rule.str()];
      ++S.FindingsBySeverity[F.Level];
    }
  }
  countNames(Run, S);
  return S;
}

unsigned musify::countPlaces(const std::vector<NameUse> &Uses) {
  unsigned Sum = 0;
  for (const NameUse &Use : Uses)
    Sum += Use.Places;
  return Sum;
}
