#include "Driver/Lint.h"
#include "Diag/MessageError.h"
#include "Driver/ExitCode.h"
#include "Driver/RuleLevels.h"
#include "Platform/Platform.h"
#include "Report/LineIndex.h"
#include "Support/RealPath.h"
#include "Support/Untrusted.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {
namespace {

/// Takes the findings of a run through the stages, file by file.
class LintRun {
public:
  LintRun(const LintRequest &Request, const RunResult &Ported, bool TellsUnused)
      : Request(Request), Ported(Ported), TellsUnused(TellsUnused) {}

  Error readBaseline();
  /// Takes all findings of one file.
  Error add(const FileResult &File);
  Error finish();
  LintResult Result;

private:
  using Findings = std::vector<LintFinding>;

  Error judge(const FileResult &File, std::vector<Finding> Found,
              std::vector<Suppression> &Comments, Findings &Out);
  void sift(Findings All, FilePlan &Fixed);
  bool takeFix(const LintFinding &F, FilePlan &Fixed) const;
  void keepForPage(const FileResult &File);
  std::optional<Severity> levelOf(const LintRule &Rule, const Finding &F) const;
  bool couldFire(const LintRule &Rule, const FileResult &File) const;
  LintFinding placed(const FileResult &File, const Finding &F,
                     const LineIndex &Lines) const;
  std::string shortened(StringRef Path) const;

  const LintRequest &Request;
  const RunResult &Ported;
  bool TellsUnused;
  Baseline Known;  ///< what is not used up yet
  Baseline Update; ///< what --update-baseline collects
};

std::string LintRun::shortened(StringRef Path) const {
  if (Path.consume_front(Request.Root))
    Path.consume_front("/");
  return Path.str();
}

Error LintRun::readBaseline() {
  const std::string &Path = Request.BaselinePath;
  bool First = Request.UpdateBaseline && !sys::fs::exists(Path);
  if (Path.empty() || First)
    return Error::success();
  auto Buffer = readPlainFile(Path);
  if (!Buffer)
    return errorOf(
        say(msg::CannotReadBaseline, Path, systemMessage(Buffer.getError())));
  auto Parsed = parseBaseline((*Buffer)->getBuffer(), Path);
  if (!Parsed)
    return Parsed.takeError();
  Known = std::move(*Parsed);
  return Error::success();
}

/// What the user says about the rule counts; else the finding's own severity.
std::optional<Severity> LintRun::levelOf(const LintRule &Rule,
                                         const Finding &F) const {
  if (auto Set = Request.Config.settingFor(Rule, F.Where.File))
    return Set->Level;
  return F.Level;
}

/// A suppression is not called unused where its rule had no chance: switched
/// off, about another architecture, or in want of a parse.
bool LintRun::couldFire(const LintRule &Rule, const FileResult &File) const {
  auto Set = Request.Config.settingFor(Rule, File.Path);
  bool Off = Set && !Set->Level;
  bool Narrowed = Rule.Warp32Level && Request.Port.Edits.targets().size() <
                                          targetPlatform().Architectures.size();
  return !Off && !Narrowed && Request.Port.Parse && File.Parsed &&
         File.ParseProblems.empty();
}

Finding incompleteParse(const FileResult &File) {
  Argument Why(File.ParseProblems.front());
  if (size_t More = File.ParseProblems.size() - 1)
    Why = say(msg::AndMore, std::move(Why), More);
  return makeFinding({}, say(msg::IncompleteParse, std::move(Why)), {});
}

/// Rules that need a parse did not look at branches that no parse saw.
Finding unseenBranches(const FileResult &File) {
  return makeFinding(
      {"", File.LexerOnly.front().Begin, 0},
      say(msg::IncompleteParse,
          say(msg::LexerOnly, File.unseenNames(), File.LexerOnly.size())),
      {});
}

/// Generated code has lines of many kilobytes, and a finding at every word: of
/// those only the part around the place is kept.
void setSourceLine(LintFinding &Out, StringRef Line) {
  constexpr size_t Longest = 2000, Before = 100, Kept = 400;
  size_t Begin = 0;
  if (Line.size() > Longest) {
    Begin = std::max<size_t>(Out.Column - 1, Before) - Before;
    while (Begin && Begin < Line.size() && (Line[Begin] & 0xc0) == 0x80)
      --Begin; // not within a character
    Line = Line.substr(Begin, Kept);
  }
  Out.SourceLine = Line.str();
  Out.SourceBegin = Begin;
}

LintFix::Place placeOf(const LineIndex &Lines, size_t Offset) {
  auto At = Lines.at(Offset);
  StringRef Before = Lines.line(At.Line).take_front(At.Column - 1);
  auto IsFirstByte = [](char C) { return (C & 0xc0) != 0x80; };
  return {At.Line, At.Column,
          unsigned(1 + llvm::count_if(Before, IsFirstByte))};
}

LintFinding LintRun::placed(const FileResult &File, const Finding &F,
                            const LineIndex &Lines) const {
  auto At = Lines.at(F.Where.Offset);
  auto End = Lines.at(size_t(F.Where.Offset) + F.Where.Length);
  LintFinding Out;
  Out.Shown = File.Shown;
  Out.Path = shortened(File.Path);
  Out.File = File.Path;
  Out.Line = At.Line;
  Out.Column = At.Column;
  Out.EndLine = End.Line;
  Out.EndColumn = End.Column;
  Out.Length = F.Where.Length;
  Out.Id = F.What.Id;
  Out.Message = F.What.text(Request.Lang);
  setSourceLine(Out, Lines.line(At.Line));
  Out.From = F.From.From;
  auto Used = Ported.Entries.find(F.From.Entry.str());
  if (Used != Ported.Entries.end())
    Out.Library = Used->second.Library;
  for (const Replacement &R : F.Fix)
    Out.Fix.push_back({R, placeOf(Lines, R.Offset),
                       placeOf(Lines, size_t(R.Offset) + R.Length)});
  return Out;
}

/// Gives each finding its severity and drops those that a comment hides.
Error LintRun::judge(const FileResult &File, std::vector<Finding> Found,
                     std::vector<Suppression> &Comments, Findings &Out) {
  LineIndex Lines(File.OldText);
  for (Finding &F : Found) {
    F.Where.File = File.Path;
    const LintRule *Rule = findLintRule(F.Rule);
    if (!Rule)
      return errorOf(say(msg::RuleNotListed, F.Rule));
    std::optional<Severity> Level = levelOf(*Rule, F);
    if (!Level)
      continue;
    bool Hidden = false; // each comment that fits is used
    for (Suppression &S : Comments)
      Hidden |= S.hides(*Rule, F.Where.Offset);
    if (Hidden) {
      ++Result.Suppressed;
      continue;
    }
    Out.push_back(placed(File, F, Lines));
    Out.back().Rule = Rule;
    Out.back().Level = *Level;
    Out.back().Group = fingerprint({Rule->Id.str(), "", Out.back().Message}, 0);
  }
  return Error::success();
}

bool overlap(const Replacement &A, const Replacement &B) {
  return A.Offset == B.Offset ||
         (A.Offset < B.Offset + B.Length && B.Offset < A.Offset + A.Length);
}

/// True if the finding is to be fixed and its edits overlap none that the file
/// already has. Then they are added to these.
bool LintRun::takeFix(const LintFinding &F, FilePlan &Fixed) const {
  bool IsWanted = Request.Fix || llvm::is_contained(Request.FixRules, F.Rule);
  auto IsTaken = [&](const LintFix &Mine) {
    return llvm::any_of(Fixed.Edits, [&](const Finding &E) {
      return overlap(Mine.What, {E.Where.Offset, E.Where.Length, ""});
    });
  };
  if (!IsWanted || F.Fix.empty() || llvm::any_of(F.Fix, IsTaken))
    return false;
  for (const LintFix &Each : F.Fix)
    Fixed.Edits.push_back({F.Rule->Name.str(),
                           {F.File, Each.What.Offset, Each.What.Length},
                           Each.What.Text,
                           Severity::Note,
                           {},
                           {}});
  return true;
}

/// Drops what the baseline knows, what stands on unchanged lines, and what is
/// fixed. `All` is of one file.
void LintRun::sift(Findings All, FilePlan &Fixed) {
  std::map<FindingKey, unsigned> Seen;
  for (LintFinding &F : All) {
    FindingKey Key{F.Rule->Id.str(), F.Path, normalisedLine(F.SourceLine)};
    F.Fingerprint = fingerprint(Key, Seen[Key]++);
    auto It = Known.find(Key);
    if (Request.UpdateBaseline) {
      ++Update[Key];
      ++Result.InBaseline;
    } else if (It != Known.end() && It->second) {
      --It->second;
      ++Result.InBaseline;
    } else if (Request.Changed &&
               !Request.Changed->contains(F.Path, F.Line, F.EndLine)) {
      ++Result.OnOldLines;
    } else if (takeFix(F, Fixed)) {
      ++Result.Fixed;
    } else {
      Result.Findings.push_back(std::move(F));
    }
  }
}

Error LintRun::add(const FileResult &File) {
  Result.Files.push_back(shortened(File.Path));
  SuppressedFile Comments = suppressionsOf(File);
  std::vector<Finding> Found = File.Plan.Findings;
  llvm::append_range(Found, std::move(Comments.Faults));
  if (!File.ParseProblems.empty())
    Found.push_back(incompleteParse(File));
  if (!File.LexerOnly.empty())
    Found.push_back(unseenBranches(File));
  Findings All;
  if (Error E = judge(File, std::move(Found), Comments.List, All))
    return E;
  // Only now is it known which comments were of use.
  auto Unused = unusedSuppressions(Comments.List, [&](const LintRule &R) {
    return TellsUnused && couldFire(R, File);
  });
  if (Error E = judge(File, std::move(Unused), Comments.List, All))
    return E;
  auto Order = [](const LintFinding &F) {
    return std::tie(F.Line, F.Column, F.Rule, F.Length, F.Message);
  };
  llvm::sort(All, [&](const LintFinding &A, const LintFinding &B) {
    return Order(A) < Order(B);
  });
  FilePlan Fixed;
  sift(std::move(All), Fixed);
  keepForPage(File);
  if (Fixed.Edits.empty())
    return Error::success();
  llvm::sort(Fixed.Edits, [](const Finding &A, const Finding &B) {
    return A.Where.Offset < B.Where.Offset;
  });
  Result.ToFix.Files.push_back(File);
  Result.ToFix.Files.back().Plan = std::move(Fixed);
  return Error::success();
}

/// What a page shows beside the findings.
void LintRun::keepForPage(const FileResult &File) {
  std::string Path = shortened(File.Path);
  if (!File.AlreadyMusa && (!File.Parsed || !File.ParseProblems.empty()))
    Result.NotParsed.push_back({Path, File.ParseProblems});
  if (!Result.Findings.empty() && Result.Findings.back().Path == Path)
    Result.Texts[Path] = File.OldText;
}

Error LintRun::finish() {
  bool Updates = Request.UpdateBaseline;
  for (const auto &[Key, Count] : Known) {
    bool Checked = llvm::is_contained(Result.Files, Key.Path);
    bool Gone = !sys::fs::exists(Request.Root + "/" + Key.Path);
    if (Updates && !Checked && !Gone)
      Update[Key] = Count;
    if (!Updates && Count && (Checked || Gone))
      Result.Stale.push_back(Key.Path + ": " + Key.Rule + ": " + Key.Text);
  }
  if (!Updates)
    return Error::success();
  return writeFileAtomically(Request.BaselinePath, formatBaseline(Update));
}

/// Why a parse of the file came to no end; null if all did.
const Message *unfinishedParse(const FileResult &File) {
  auto It = llvm::find_if(File.ParseProblems, [](const Message &Problem) {
    return llvm::is_contained(
        {MessageId::ParseTooLong, MessageId::ParseTooLarge,
         MessageId::ParseCrashed, MessageId::DeviceParseTooLong,
         MessageId::DeviceParseTooLarge, MessageId::DeviceParseCrashed},
        Problem.Id);
  });
  return It == File.ParseProblems.end() ? nullptr : &*It;
}

/// A run that did not see all of the code must not pass as one without
/// findings, unless the configuration says that this is all right.
void noteUnfinished(const LintRequest &Request, RunResult &Found) {
  const LintRule *Rule = findLintRule("incomplete-parse");
  for (const FileResult &File : Found.Files) {
    const Message *Why = unfinishedParse(File);
    auto Set = Request.Config.settingFor(*Rule, File.Path);
    if (Why && (!Set || Set->Level))
      Found.Skipped.push_back({File.Shown, *Why, /*IsError=*/true});
  }
}

} // namespace

Expected<LintResult> siftFindings(const LintRequest &Request, RunResult Found,
                                  bool TellsUnused) {
  noteUnfinished(Request, Found);
  LintRun Run(Request, Found, TellsUnused);
  if (Error E = Run.readBaseline())
    return std::move(E);
  for (const FileResult &File : Found.Files)
    if (Error E = Run.add(File))
      return std::move(E);
  if (Error E = Run.finish())
    return std::move(E);
  Run.Result.Skipped = std::move(Found.Skipped);
  for (const FileResult &File : Found.Files) {
    Run.Result.LexerOnlyRegions += File.LexerOnly.size();
    Run.Result.LexerOnlyNames += File.unseenNames();
  }
  Run.Result.Stopped = Found.Stopped;
  Run.Result.FailOn = Request.FailOn;
  Run.Result.Lang = Request.Lang;
  return std::move(Run.Result);
}

Expected<LintResult> runLint(const LintRequest &Request, const Table &Names) {
  if (!Request.Changed) {
    auto Ported = runPort(Request.Port, Names);
    if (!Ported)
      return Ported.takeError();
    return siftFindings(Request, std::move(*Ported), /*TellsUnused=*/true);
  }
  // Only what changed is an input; the rest is read where an input needs it.
  PortRequest Port = Request.Port;
  auto IsUnchanged = [&](StringRef Path) {
    return !Path.consume_front(Request.Root) ||
           !Request.Changed->touches(Path.ltrim('/'));
  };
  Port.Excludes = [&](StringRef Path) {
    return IsUnchanged(Path) ||
           (Request.Port.Excludes && Request.Port.Excludes(Path));
  };
  auto Ported = runPort(Port, Names);
  if (!Ported)
    return Ported.takeError();
  llvm::erase_if(Ported->Skipped, [&](const SkippedResult &S) {
    SmallString<256> Real;
    return S.Reason.Id == msg::ExcludedByConfiguration &&
           !sys::fs::real_path(S.Path, Real) && IsUnchanged(Real);
  });
  return siftFindings(Request, std::move(*Ported), /*TellsUnused=*/true);
}

int exitCodeFor(const LintResult &Result) {
  if (Result.Stopped ||
      llvm::any_of(Result.Skipped, [](const auto &S) { return S.IsError; }))
    return ExitFailed;
  bool Fails = llvm::any_of(Result.Findings, [&](const LintFinding &F) {
    return F.Level >= Result.FailOn;
  });
  return Fails ? ExitFindings : ExitDone;
}

std::string findProjectRoot(StringRef Start) {
  std::string File = realTarget(Start);
  for (StringRef At = File; !At.empty(); At = sys::path::parent_path(At))
    if (sys::fs::exists(At + "/.git"))
      return At.str();
  SmallString<256> Real, Current;
  if (sys::fs::current_path(Current) || sys::fs::real_path(Current, Real))
    return std::string(Current);
  return std::string(Real);
}

} // namespace musify
