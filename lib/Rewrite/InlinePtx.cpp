#include "Rewrite/InlinePtx.h"
#include "Rewrite/FileWords.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {
namespace {

constexpr char RuleId[] = "inline-ptx";

/// What to know of a translation, each fact a part of the sentence.
Message withRemarks(Message What, const PtxReading &R,
                    ArrayRef<std::string> Unverified) {
  for (MessageId Id : R.Remarks) {
    Message Remark;
    Remark.Id = Id;
    What.add(std::move(Remark));
  }
  if (!Unverified.empty())
    What.add(say(msg::PtxNoEvidence, listOf(Unverified)));
  return What;
}

/// Each reason once, with the instructions that it is true of.
std::vector<Argument> reasonsOf(ArrayRef<PtxProblem> Problems) {
  std::vector<Argument> Out;
  std::vector<MessageId> Told;
  for (const PtxProblem &P : Problems) {
    if (is_contained(Told, P.Note))
      continue;
    Told.push_back(P.Note);
    std::vector<std::string> Opcodes;
    for (const PtxProblem &Q : Problems)
      if (std::string Shown = "`" + Q.Opcode + "`";
          Q.Note == P.Note && !is_contained(Opcodes, Shown))
        Opcodes.push_back(std::move(Shown));
    Message Note;
    Note.Id = P.Note;
    Out.emplace_back(P.Note == MessageId::None
                         ? say(msg::PtxUnknown, listOf(Opcodes))
                         : say(msg::PtxIs, listOf(Opcodes), std::move(Note)));
  }
  return Out;
}

bool endsBlock(StringRef Line) {
  return Line.ends_with("}") || Line.ends_with("{");
}

/// The statements with their semicolons, between `Before` and `After`.
std::string joined(ArrayRef<std::string> Lines, StringRef Before,
                   StringRef After) {
  std::string Out;
  for (StringRef Line : Lines)
    Out += (Before + Line + (endsBlock(Line) ? "" : ";") + After).str();
  return Out;
}

/// Blanks that begin the line of `Offset`.
StringRef indentation(StringRef Text, unsigned Offset) {
  StringRef Line = Text.take_front(Offset);
  Line = Line.substr(Line.rfind('\n') + 1);
  return Line.take_while(isSpace);
}

} // namespace

std::string InlinePtx::renamed(StringRef Name) const {
  auto E = Context.Project.Names.findName(Name);
  return E && E->renames() ? E->To.str() : Name.str();
}

InlinePtx::Lacks InlinePtx::lacking(const PtxReading &R) const {
  Lacks L;
  for (const std::string &Name : R.Names) {
    auto E = Context.Project.Names.findName(Name);
    if (!E)
      continue;
    std::string Shown = "`" + renamed(Name) + "`";
    std::vector<std::string> *Into = E->S == Status::Unverified ? &L.Unverified
                                     : E->S == Status::Unsupported ? &L.Absent
                                                                   : nullptr;
    if (Into && !is_contained(*Into, Shown))
      Into->push_back(Shown);
  }
  return L;
}

std::optional<PtxReading> InlinePtx::read(const Candidate &C,
                                          StringRef Source) {
  if (!Macros)
    Macros = macroStrings(Scan.Text);
  return readPtx(
      Source, *Macros, [&](StringRef Name) { return renamed(Name); },
      Scan.Text.take_front(C.Offset));
}

/// True if the statement has its lines to itself, so that conditions may stand
/// around it.
bool InlinePtx::isAlone(const Candidate &C, unsigned Length) const {
  StringRef Rest = Scan.Text.substr(C.Offset + Length).ltrim();
  StringRef Before =
      Scan.Text.slice(Scan.Text.rfind('\n', C.Offset) + 1, C.Offset);
  return !isInDirective(Scan.Text, C.Offset) && Before.trim().empty() &&
         Rest.consume_front(";") &&
         Rest.take_until([](char Ch) { return Ch == '\n'; }).trim().empty();
}

/// The new text; `Length` grows by a semicolon that a block does not need. With
/// `Keeps` the statement, which must be alone, stays for builds with CUDA.
std::string InlinePtx::laidOut(const Candidate &C, const PtxReading &R,
                               bool Keeps, unsigned &Length) const {
  if (isInDirective(Scan.Text, C.Offset))
    return R.IsBlock ? "do { " + joined(R.Lines, "", " ") + "} while (0)"
                     : R.Lines.front();
  StringRef Rest = Scan.Text.substr(C.Offset + Length);
  size_t Blanks = Rest.size() - Rest.ltrim().size();
  bool Ends = Rest.ltrim().starts_with(";");
  std::string Indent = indentation(Scan.Text, C.Offset).str();
  std::string New =
      R.IsBlock ? "{\n" + joined(R.Lines, Indent + "  ", "\n") + Indent + "}"
                : R.Lines.front();
  if (!Ends || (!R.IsBlock && !Keeps))
    return R.IsBlock ? "do " + New + " while (0)" : New;
  std::string Old = Scan.Text.substr(C.Offset, Length).str() + ";";
  Length += Blanks + 1;
  if (!Keeps)
    return New;
  return "#ifdef " + targetPlatform().Macros.Compiler.front() + "\n" + Indent +
         New + (R.IsBlock ? "" : ";") + "\n#else\n" + Indent + Old + "\n#endif";
}

void InlinePtx::translate(const Candidate &C, PtxReading R, const Lacks &L,
                          EditsInside &Edits) {
  unsigned Length = R.Statement.Length, End = C.Offset + Length;
  std::vector<const Finding *> Inside = Edits.of(C.Offset, End);
  if (!Inside.empty()) {
    auto Again = read(C, portedPiece(Scan.Text, {C.Offset, End}, Inside));
    if (!Again || !Again->isTranslated())
      return report(C, R, L);
    R = std::move(*Again);
  }
  Edits.drop(C.Offset, End);
  bool Keeps = Context.Options.KeepPtx && isAlone(C, Length);
  std::string New = laidOut(C, R, Keeps, Length);
  // The statement stays in the report.
  Context.report(C,
                 say(msg::InlinePtx, std::vector<Argument>{Argument(withRemarks(
                                         say(msg::PtxTranslated, R.summary()),
                                         R, L.Unverified))}),
                 Severity::Note);
  Context.editRange(RuleId, C, C.Offset, Length, std::move(New),
                    withRemarks(say(msg::PtxBecame), R, L.Unverified));
}

std::vector<Replacement> InlinePtx::fixFor(const Candidate &C,
                                           const PtxReading &R,
                                           const Lacks &L) const {
  unsigned Length = R.Statement.Length;
  if (!R.isTranslated() || !L.Absent.empty() || !isAlone(C, Length))
    return {};
  std::string New = laidOut(C, R, /*Keeps=*/true, Length);
  return {{C.Offset, Length, std::move(New)}};
}

void InlinePtx::report(const Candidate &C, const PtxReading &R,
                       const Lacks &L) {
  for (const PtxProblem &P : R.Problems) {
    if (P.Family) {
      Seen &S = Families[P.Family];
      ++S.Count;
      if (!S.First)
        S = {1, &C, P.Opcode};
      return;
    }
  }
  std::vector<Argument> Advice = reasonsOf(R.Problems);
  if (R.Problems.empty() && L.Absent.empty())
    Advice.emplace_back(
        withRemarks(say(msg::PtxTranslated, R.summary()), R, L.Unverified));
  else if (R.Problems.empty())
    Advice.emplace_back(say(msg::PtxAbsent, R.summary(), listOf(L.Absent)));
  Context.report(C, say(msg::InlinePtx, std::move(Advice)), std::nullopt,
                 fixFor(C, R, L));
}

void InlinePtx::reportFamilies() {
  for (const auto &[Family, S] : Families) {
    Message Note;
    Note.Id = Family->Note;
    Context.report(*S.First,
                   say(msg::PtxFamily, S.Count, S.Opcode, std::move(Note)));
  }
}

void InlinePtx::finish(std::vector<Finding> &Out) {
  if (Context.Project.Names.isReversed() || Context.isHostCode())
    return; // PTX is CUDA's
  const PortOptions &Options = Context.Options;
  EditsInside Edits(Out);
  for (const Candidate *C : Statements) {
    bool Never = Options.Guards == GuardPolicy::Report &&
                 (isWithin(Scan.NeverMusa, C->Offset) ||
                  isWithin(Scan.MusaHost, C->Offset));
    if (isUntouched(Scan, C->Offset) ||
        (Never && (Options.IsLint || Options.KeepPtx)))
      continue;
    auto R = read(*C, Scan.Text.substr(C->Offset));
    if (!R)
      continue;
    Lacks L = lacking(*R);
    bool Writes =
        R->isTranslated() && L.Absent.empty() &&
        Options.Ptx == PtxPolicy::Translate && !Options.IsLint &&
        (L.Unverified.empty() || Options.Unverified == UnverifiedPolicy::Port);
    if (Writes)
      translate(*C, std::move(*R), L, Edits);
    else
      report(*C, *R, L);
  }
  reportFamilies();
}

} // namespace musify
