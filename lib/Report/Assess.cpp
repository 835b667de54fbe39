#include "Report/Assess.h"
#include "Report/Summary.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringRef.h"
#include <set>

using namespace llvm;

namespace musify {
namespace {

/// A problem and where it is met.
struct Met {
  unsigned Places = 0;
  std::set<size_t> Files;
  Severity Level = Severity::Note;
  Message What;

  void add(size_t File, const Finding &F) {
    if (!Places++)
      What = F.What;
    Files.insert(File);
    Level = std::max(Level, F.Level);
  }
};

using Problem = std::pair<const LintRule *, std::string>;

/// What a problem costs in one file: to understand it once, and then each
/// place.
struct Cost {
  unsigned Once, Each;
};

Cost costOf(Severity Level) {
  switch (Level) {
  case Severity::Error:
    return {10, 2};
  case Severity::Warning:
    return {3, 1};
  case Severity::Note:
    return {0, 0};
  }
  llvm_unreachable("all severities are handled");
}

unsigned pointsOf(const std::map<Problem, Met> &Problems) {
  unsigned Points = 0;
  for (const auto &[Key, Seen] : Problems) {
    Cost C = costOf(Seen.Level);
    Points += C.Once + C.Each * (Seen.Places - 1);
  }
  return Points;
}

Effort effortOf(unsigned Points) {
  return Points == 0   ? Effort::None
         : Points < 10 ? Effort::Low
         : Points < 60 ? Effort::Medium
                       : Effort::High;
}

/// Counts over all files of a run.
class Assessor {
public:
  explicit Assessor(const RunResult &Run) : Run(Run) {}

  void add(size_t Index, const FileResult &File);
  Assessment finish(const Summary &S);

private:
  void countName(const Finding &F);
  Blocker blocker(const Problem &Key, const Met &Seen);

  const RunResult &Run;
  Assessment Out;
  std::map<Problem, Met> ByName;
  std::map<const LintRule *, Met> ByRule;
  std::map<std::string, LibraryUse> Libraries;
  std::set<std::string> Counted;
};

/// Each place of a name once, however much is said there.
void Assessor::countName(const Finding &F) {
  auto Used = Run.Entries.find(F.From.Entry);
  if (Used == Run.Entries.end())
    return;
  LibraryUse &L = Libraries[Used->second.Library];
  L.Library = Used->second.Library;
  ++L.Places;
  if (Counted.insert(F.From.Entry).second)
    ++L.Names[Used->second.Status];
}

unsigned linesOf(StringRef Text) {
  return Text.count('\n') + (!Text.empty() && !Text.ends_with("\n"));
}

void Assessor::add(size_t Index, const FileResult &File) {
  FileAssessment A;
  A.File = &File;
  A.Lines = linesOf(File.OldText);
  A.Edits = File.Plan.Edits.size();
  std::set<std::pair<unsigned, unsigned>> Places;
  for (const auto *List : {&File.Plan.Edits, &File.Plan.Findings})
    for (const Finding &F : *List)
      if (Places.insert({F.Where.Offset, F.Where.Length}).second)
        countName(F);
  std::map<Problem, Met> Mine;
  for (const Finding &F : File.Plan.Findings) {
    const LintRule *Rule = findLintRule(F.Rule);
    ++A.Findings[F.Level];
    ++Out.Findings[F.Level];
    Problem Key{Rule, F.From.Entry};
    Mine[Key].add(Index, F);
    ByName[Key].add(Index, F);
    ByRule[Rule].add(Index, F);
  }
  A.Points = pointsOf(Mine);
  A.Level = effortOf(A.Points);
  Out.Lines += A.Lines;
  Out.Edits += A.Edits;
  if (A.Edits || !A.Findings.empty()) {
    ++Out.WithCuda;
    ++Out.Efforts[A.Level];
  }
  Out.Files.push_back(std::move(A));
}

Blocker Assessor::blocker(const Problem &Key, const Met &Seen) {
  return {Key.first,
          Key.second,
          Seen.Level,
          Seen.Places,
          unsigned(Seen.Files.size()),
          Seen.What.text(Run.Lang)};
}

Assessment Assessor::finish(const Summary &S) {
  for (auto &[Name, Use] : Libraries)
    Out.Libraries.push_back(std::move(Use));
  llvm::sort(Out.Libraries, [](const LibraryUse &A, const LibraryUse &B) {
    return std::tie(B.Places, A.Library) < std::tie(A.Places, B.Library);
  });
  for (const auto &[Rule, Seen] : ByRule)
    Out.Hazards.push_back(blocker({Rule, ""}, Seen));
  for (const auto &[Key, Seen] : ByName)
    if (Seen.Level != Severity::Note)
      Out.Blockers.push_back(blocker(Key, Seen));
  auto RuleId = [](const Blocker &B) { return B.Rule ? B.Rule->Id : ""; };
  llvm::sort(Out.Hazards, [&](const Blocker &A, const Blocker &B) {
    return RuleId(A) < RuleId(B);
  });
  llvm::sort(Out.Blockers, [&](const Blocker &A, const Blocker &B) {
    return std::tuple(B.Level, B.Files, B.Places, RuleId(A), A.Entry) <
           std::tuple(A.Level, A.Files, A.Places, RuleId(B), B.Entry);
  });
  Out.NotParsed = S.NotParsed;
  Out.Lang = Run.Lang;
  return std::move(Out);
}

} // namespace

StringRef effortName(Effort E) {
  switch (E) {
  case Effort::None:
    return "none";
  case Effort::Low:
    return "low";
  case Effort::Medium:
    return "medium";
  case Effort::High:
    return "high";
  }
  llvm_unreachable("all efforts are handled");
}

Assessment assess(const RunResult &Run) {
  Summary S = summarize(Run);
  Assessor A(Run);
  for (const auto &[Index, File] : enumerate(S.Files))
    A.add(Index, *File);
  return A.finish(S);
}

} // namespace musify
