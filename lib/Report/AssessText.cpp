// The assessment of `musify scan` on one page of text.
#include "Report/Assess.h"
#include "Report/Palette.h"
#include "Report/SourceLine.h"
#include "Report/Summary.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Format.h"
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

std::string counts(const std::map<Severity, unsigned> &Findings) {
  std::string Out;
  for (Severity Level : Severities)
    Out += (Out.empty() ? "" : ", ") +
           counted(at(Findings, Level), severityName(Level));
  return Out;
}

class Page {
public:
  Page(const Assessment &A, bool Colour) : A(A), P(Palette::of(Colour)) {}
  std::string write();

private:
  void totals();
  void libraries();
  void hazards();
  void blockers();
  void files();
  void title(StringRef Text) {
    OS << '\n' << P.Bold << Text << P.Reset << '\n';
  }
  StringRef paint(Severity Level) const {
    return Level == Severity::Error     ? P.BoldRed
           : Level == Severity::Warning ? P.BoldMagenta
                                        : StringRef();
  }
  void more(size_t All) {
    if (All > Most)
      OS << "  and " << All - Most << " more; --format json has all\n";
  }

  const Assessment &A;
  Palette P;
  std::string Text;
  raw_string_ostream OS{Text};
};

void Page::totals() {
  OS << P.Bold << counted(A.Files.size(), "file") << P.Reset << " with "
     << counted(A.Lines, "line") << ", CUDA in " << A.WithCuda << '\n'
     << counted(A.Edits, "edit") << " that a port makes by itself\n"
     << counts(A.Findings) << '\n'
     << "effort that is left:";
  for (Effort E : Efforts) {
    auto It = A.Efforts.find(E);
    OS << ' ' << effortName(E) << ' '
       << (It == A.Efforts.end() ? 0 : It->second)
       << (E == Effort::High ? " (files)\n" : ",");
  }
  if (!A.NotParsed.empty())
    OS << counted(A.NotParsed.size(), "file")
       << " not parsed completely, so findings may be missing; `-p` or `-I` "
          "helps\n";
}

void Page::libraries() {
  if (A.Libraries.empty())
    return;
  title("Names by library");
  for (const LibraryUse &L : A.Libraries) {
    unsigned Names = 0;
    for (const auto &[Status, Count] : L.Names)
      Names += Count;
    OS << "  " << left_justify(L.Library, 18) << format("%5u ", Names)
       << (Names == 1 ? "name " : "names") << " at " << format("%6u ", L.Places)
       << (L.Places == 1 ? "place " : "places");
    const char *Separator = ": ";
    for (StringRef Status : Statuses)
      if (auto It = L.Names.find(Status.str()); It != L.Names.end()) {
        OS << Separator << It->second << ' ' << Status;
        Separator = ", ";
      }
    OS << '\n';
  }
}

void Page::hazards() {
  if (A.Hazards.empty())
    return;
  title("Findings by rule");
  for (const Blocker &B : A.Hazards)
    OS << "  " << (B.Rule ? B.Rule->Id : "        ") << ' '
       << left_justify(B.Rule ? StringRef(B.Rule->Name) : "", 26) << ' '
       << paint(B.Level) << left_justify(severityName(B.Level), 8) << P.Reset
       << counted(B.Places, "place") << " in " << counted(B.Files, "file")
       << '\n';
}

void Page::blockers() {
  if (A.Blockers.empty())
    return;
  title("What blocks most");
  for (const Blocker &B : ArrayRef(A.Blockers).take_front(Most))
    OS << "  " << paint(B.Level) << severityName(B.Level) << P.Reset << ": "
       << counted(B.Places, "place") << " in " << counted(B.Files, "file")
       << ": " << printable(B.Message) << '\n';
  more(A.Blockers.size());
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
  title("Files with most work");
  for (const FileAssessment *F : ArrayRef(Worst).take_front(Most))
    OS << "  " << left_justify(effortName(F->Level), 7)
       << printable(F->File->Shown) << ": " << counts(F->Findings) << '\n';
  more(Worst.size());
}

std::string Page::write() {
  totals();
  libraries();
  hazards();
  blockers();
  files();
  return std::move(Text);
}

} // namespace

std::string assessmentText(const Assessment &A, bool Colour) {
  return Page(A, Colour).write();
}

} // namespace musify
