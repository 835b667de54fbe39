// The assessment of `musify scan` on one page of text.
#include "Report/Assess.h"
#include "Report/Palette.h"
#include "Report/SourceLine.h"
#include "Report/Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace musify {
namespace {

constexpr size_t Most = 10;
constexpr Severity Severities[] = {Severity::Error, Severity::Warning,
                                   Severity::Note};
constexpr Effort Efforts[] = {Effort::None, Effort::Low, Effort::Medium,
                              Effort::High};
constexpr StringLiteral Statuses[] = {"supported",   "unchanged",
                                      "partial",     "unverified",
                                      "unsupported", "removed-from-cuda"};

unsigned at(const std::map<Severity, unsigned> &Counts, Severity Level) {
  auto It = Counts.find(Level);
  return It == Counts.end() ? 0 : It->second;
}

Argument counts(const std::map<Severity, unsigned> &Findings) {
  std::vector<Message> Out;
  for (Severity Level : Severities)
    Out.push_back(countOf(Level, at(Findings, Level)));
  return listOf(Out);
}

class Page {
public:
  Page(const Assessment &A, bool Colour) : A(A), P(Palette::of(Colour)) {}
  std::string write();

private:
  void totals();
  void pattern();
  void libraries();
  void hazards();
  void blockers();
  void order();
  void files();
  std::string text(const Message &M) const { return M.text(A.Lang); }
  void title(const Message &M) {
    OS << '\n' << P.Bold << text(M) << P.Reset << '\n';
  }
  StringRef paint(Severity Level) const {
    return Level == Severity::Error     ? P.BoldRed
           : Level == Severity::Warning ? P.BoldMagenta
                                        : StringRef();
  }
  void more(size_t All) {
    if (All > Most)
      OS << "  " << text(say(msg::ScanMore, All - Most)) << '\n';
  }

  const Assessment &A;
  Palette P;
  std::string Text;
  raw_string_ostream OS{Text};
};

void Page::totals() {
  std::vector<std::string> Left;
  for (Effort E : Efforts) {
    auto It = A.Efforts.find(E);
    Left.push_back(
        (effortName(E) + " " + Twine(It == A.Efforts.end() ? 0 : It->second))
            .str());
  }
  OS << P.Bold << text(say(msg::ScanFiles, A.Files.size())) << P.Reset
     << text(say(msg::ScanLines, A.Lines, A.WithCuda)) << '\n'
     << text(say(msg::ScanEdits, A.Edits)) << '\n'
     << text(say(msg::List, counts(A.Findings))) << '\n'
     << text(say(msg::ScanEffort, listOf(Left))) << '\n';
  if (!A.Way.Kind.empty())
    OS << text(say(msg::ScanWay, A.Way.Kind, A.Way.Reason)) << '\n';
  pattern();
  if (!A.NotParsed.empty())
    OS << text(say(msg::ScanNotParsed, A.NotParsed.size())) << '\n';
}

static Message kindOf(BesideName::Is What) {
  switch (What) {
  case BesideName::Is::Directory:
    return say(msg::PatternDirectory);
  case BesideName::Is::File:
    return say(msg::PatternFile);
  case BesideName::Is::Macro:
    return say(msg::PatternMacro);
  case BesideName::Is::Option:
    return say(msg::PatternOption);
  case BesideName::Is::Name:
    return say(msg::PatternName);
  }
  llvm_unreachable("all kinds are handled");
}

/// The first of each kind.
void Page::pattern() {
  constexpr unsigned Shown = 3;
  std::map<BesideName::Is, unsigned> Seen;
  for (const BesideName &N : A.Way.Pattern) {
    if (++Seen[N.What] > Shown)
      continue;
    Message Line = say(msg::ScanPattern, kindOf(N.What), N.Cuda, N.Musa);
    if (!N.Sibling.empty())
      Line.add(say(msg::ScanPatternSibling, N.Sibling));
    Line.add(N.IsNeeded ? say(msg::ScanPatternNeeds, N.Set)
                        : say(msg::ScanPatternSet, N.Set));
    OS << "  " << text(Line) << '\n';
  }
}

void Page::libraries() {
  if (A.Libraries.empty())
    return;
  title(say(msg::ScanLibraries));
  for (const LibraryUse &L : A.Libraries) {
    unsigned Names = 0;
    std::vector<std::string> ByStatus;
    for (StringRef Status : Statuses)
      if (auto It = L.Names.find(Status.str()); It != L.Names.end()) {
        Names += It->second;
        ByStatus.push_back((Twine(It->second) + " " + Status).str());
      }
    OS << "  " << left_justify(L.Library, 18)
       << text(say(msg::ScanNames, Names, L.Places, listOf(ByStatus))) << '\n';
  }
}

void Page::hazards() {
  if (A.Hazards.empty())
    return;
  title(say(msg::ScanRules));
  for (const Blocker &B : A.Hazards)
    OS << "  " << (B.Rule ? B.Rule->Id : "        ") << ' '
       << left_justify(B.Rule ? StringRef(B.Rule->Name) : "", 26) << ' '
       << paint(B.Level) << left_justify(severityName(B.Level), 8) << P.Reset
       << text(say(msg::PlacesInFiles, B.Places, B.Files)) << '\n';
}

void Page::blockers() {
  if (A.Blockers.empty())
    return;
  title(say(msg::ScanBlockers));
  for (const Blocker &B : ArrayRef(A.Blockers).take_front(Most))
    OS << "  " << paint(B.Level) << severityName(B.Level) << P.Reset << ": "
       << text(say(msg::PlacesInFiles, B.Places, B.Files)) << ": "
       << printable(B.Message) << '\n';
  more(A.Blockers.size());
}

void Page::order() {
  if (A.Order.empty())
    return;
  title(say(msg::ScanOrder));
  for (const WorkStep &Step : ArrayRef(A.Order).take_front(Most))
    OS << "  "
       << text(say(msg::ScanStep, Step.Done, printable(Step.Solved.Message)))
       << '\n';
  more(A.Order.size());
}

void Page::files() {
  std::vector<const FileAssessment *> Worst;
  for (const FileAssessment &F : A.Files)
    if (F.Level != Effort::None)
      Worst.push_back(&F);
  if (Worst.empty())
    return;
  llvm::sort(Worst, [](auto *L, auto *R) {
    return std::tie(R->Points, L->File->Path) <
           std::tie(L->Points, R->File->Path);
  });
  title(say(msg::ScanFilesWorst));
  for (const FileAssessment *F : ArrayRef(Worst).take_front(Most))
    OS << "  " << left_justify(effortName(F->Level), 7)
       << printable(F->File->Shown) << ": "
       << text(say(msg::List, counts(F->Findings))) << '\n';
  more(Worst.size());
}

std::string Page::write() {
  totals();
  libraries();
  hazards();
  blockers();
  order();
  files();
  return std::move(Text);
}

} // namespace

std::string assessmentText(const Assessment &A, bool Colour) {
  return Page(A, Colour).write();
}

} // namespace musify
