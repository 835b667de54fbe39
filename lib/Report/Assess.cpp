#include "Report/Assess.h"
#include "Report/Summary.h"
#include "Report/WorkOrder.h"
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
  void noteMissing(size_t Index, const FileResult &File,
                   std::vector<Problem> &Open);
  void setOrder();

  const RunResult &Run;
  Assessment Out;
  std::map<Problem, Met> ByName;
  std::map<const LintRule *, Met> ByRule;
  std::map<Problem, Met> Missing;         ///< headers, which have no rule
  std::vector<std::vector<Problem>> Open; ///< of each file with CUDA
  std::map<std::string, LibraryUse> Libraries;
  std::set<std::string> Counted;
};

/// Each place of a name once, however much is said there.
void Assessor::countName(const Finding &F) {
  auto Used = Run.Entries.find(F.From.Entry.str());
  if (Used == Run.Entries.end())
    return;
  LibraryUse &L = Libraries[Used->second.Library];
  L.Library = Used->second.Library;
  ++L.Places;
  if (Counted.insert(F.From.Entry.str()).second)
    ++L.Names[Used->second.Status];
}

unsigned linesOf(StringRef Text) {
  return Text.count('\n') + (!Text.empty() && !Text.ends_with("\n"));
}

/// A header that no directory has keeps a file from being read completely.
void Assessor::noteMissing(size_t Index, const FileResult &File,
                           std::vector<Problem> &Mine) {
  for (const Message &Each : File.ParseProblems) {
    if (Each.Id != msg::HeaderNotFound)
      continue;
    Problem Key{nullptr, Each.Arguments.front().Text};
    Finding F;
    F.Level = Severity::Warning;
    F.What = Each;
    Missing[Key].add(Index, F);
    Mine.push_back(std::move(Key));
  }
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
    Problem Key{Rule, F.From.Entry.str()};
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
    std::vector<Problem> &Left = Open.emplace_back();
    noteMissing(Index, File, Left);
    for (const auto &[Key, Seen] : Mine)
      if (Seen.Level != Severity::Note)
        Left.push_back(Key);
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

void Assessor::setOrder() {
  std::map<Problem, size_t> Places;
  std::vector<Blocker> All = Out.Blockers;
  for (const auto &[Key, Seen] : Missing)
    All.push_back(blocker(Key, Seen));
  for (const auto &[Place, B] : enumerate(All))
    Places[{B.Rule, B.Entry}] = Place;
  std::vector<std::vector<size_t>> Left;
  for (const std::vector<Problem> &File : Open) {
    std::vector<size_t> &Mine = Left.emplace_back();
    for (const Problem &Key : File)
      Mine.push_back(Places.at(Key));
  }
  Out.Order = orderOfWork(All, std::move(Left));
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
  setOrder();
  Out.NotParsed = S.NotParsed;
  Out.Lang = Run.Lang;
  return std::move(Out);
}

} // namespace

StringRef kindName(BesideName::Is What) {
  switch (What) {
  case BesideName::Is::Directory:
    return "directory";
  case BesideName::Is::File:
    return "file";
  case BesideName::Is::Macro:
    return "macro";
  case BesideName::Is::Option:
    return "option";
  case BesideName::Is::Name:
    return "name";
  }
  llvm_unreachable("all kinds are handled");
}

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
