#include "Driver/Shim.h"
#include "Driver/ShimCheck.h"
#include "Driver/ShimSource.h"
#include "Project/Flags.h"
#include "Shim/Header.h"
#include "Support/Untrusted.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <filesystem>

using namespace llvm;

namespace musify {
namespace {

using Place = Candidate::Place;

std::string absolutePath(StringRef Path) {
  SmallString<256> Absolute(Path);
  sys::fs::make_absolute(Absolute);
  sys::path::remove_dots(Absolute, /*remove_dot_dot=*/true);
  // Links in the part that exists: sources are known by their real paths.
  SmallString<256> Parent = sys::path::parent_path(Absolute), Real;
  if (!sys::fs::real_path(Parent, Real)) {
    sys::path::append(Real, sys::path::filename(Absolute));
    return std::string(Real);
  }
  return std::string(Absolute);
}

std::string relativePath(StringRef From, StringRef To) {
  std::filesystem::path Folder(sys::path::parent_path(From).str());
  return std::filesystem::path(To.str()).lexically_relative(Folder).string();
}

unsigned endOf(const Finding &F) { return F.Where.Offset + F.Where.Length; }

/// Where a name is used.
struct NameUse {
  ShimSource *Source;
  unsigned Offset, Length;
};

class ShimRun {
public:
  ShimRun(const ShimRequest &Request, const Table &Names)
      : Request(Request), Names(Names) {
    Input.Macro = Request.Macro;
    Input.GuardName = Request.HeaderPath.empty() ? "h" : Request.HeaderPath;
    if (!Request.HeaderPath.empty())
      HeaderPath = absolutePath(Request.HeaderPath);
    if (!Request.IncludeDir.empty())
      IncludeDir = absolutePath(Request.IncludeDir);
  }

  Error run();
  ShimResult Result;

private:
  PortRequest portRequest() const;
  void takeIncludes(ShimSource &S);
  void takeInclude(ShimSource &S, const Candidate &C);
  void takeEdits(ShimSource &S);
  void takeMusaBranches(ShimSource &S);
  void use(ShimSource &S, const Candidate &C);
  void findOwnNames(ShimSource &S);
  void writeHeader();
  void writeForwards();
  void finish(ShimSource &S);
  std::string includePath(const ShimSource &S) const;

  /// Reports something at a place of the file.
  static void report(ShimSource &S, unsigned Offset, unsigned Length,
                     Message What, StringRef Name = "") {
    S.File.Plan.Findings.push_back(
        makeFinding({S.File.Path, Offset, Length}, std::move(What),
                    {Engine::Lexer, "", Name.str()}));
  }

  const ShimRequest &Request;
  const Table &Names;
  std::string HeaderPath, IncludeDir; ///< absolute; empty: none
  ShimInput Input;
  std::vector<std::unique_ptr<ShimSource>> Sources;
  std::map<std::string, std::vector<NameUse>> Uses;
};

bool isShimFile(StringRef Path) {
  auto Text = readPlainFile(Path);
  return Text && isShimText((*Text)->getBuffer());
}

PortRequest ShimRun::portRequest() const {
  PortRequest Port = Request.Port;
  Port.MovesDefined = false; // the header gives them their names
  Port.BuildScripts = false;
  Port.OutputPath = Request.TreePath;
  std::string Header = HeaderPath, Dir = IncludeDir;
  // What an earlier run wrote there; the directory may hold other code.
  Port.Excludes = [Header, Dir](StringRef Path) {
    return Path == Header ||
           (!Dir.empty() && Path.starts_with(Dir + "/") && isShimFile(Path));
  };
  return Port;
}

/// The paths that the includes in `Text` name.
std::vector<std::string> includedPaths(StringRef Text) {
  std::vector<std::string> Out;
  SourceLines Lines(Text);
  for (size_t I = 0; I < Lines.size(); ++I) {
    if (Lines[I].Directive != "include")
      continue;
    StringRef Rest =
        Lines.text(I).drop_until([](char C) { return C == '<' || C == '"'; });
    if (!Rest.empty())
      Out.push_back(Rest.drop_front()
                        .take_until([](char C) { return C == '>' || C == '"'; })
                        .str());
  }
  return Out;
}

void ShimRun::takeInclude(ShimSource &S, const Candidate &C) {
  size_t Line = S.Lines.lineAt(C.Offset);
  if (S.Lines[Line].Directive != "include" || C.MusaCode)
    return;
  bool IsGuarded = isGuardedInclude(
      Request.Macro, Request.IncludeAs.empty() ? HeaderPath : Request.IncludeAs,
      S.Lines, Line);
  if (S.neverMusa(C.Offset) && !IsGuarded)
    return;
  unsigned Begin = S.Lines[Line].Begin, End = S.Lines.endOf(Line);
  FilePlan OfLine;
  for (const Finding &F : S.File.Plan.Edits)
    if (F.Where.Offset >= Begin && endOf(F) <= End) {
      OfLine.Edits.push_back(F);
      OfLine.Edits.back().Where.Offset -= Begin;
    }
  if (OfLine.Edits.empty())
    return;
  auto New = applyEdits(S.Lines.text(Line), OfLine);
  if (!New)
    return consumeError(New.takeError());
  ShimInclude &Include = Input.Includes[C.Text.str()];
  for (std::string &To : includedPaths(*New))
    if (!is_contained(Include.To, To))
      Include.To.push_back(std::move(To));
  Include.Optional &= S.Lines[Line].Depth > (IsGuarded ? 1u : 0u);
  S.IncludesCuda = true;
  if (!IsGuarded)
    S.IncludeLines.insert(Line);
}

void ShimRun::takeIncludes(ShimSource &S) {
  for (const Candidate &C : S.Scan.Candidates)
    if (C.at() == Place::Include)
      takeInclude(S, C);
  if (Request.Guard || !IncludeDir.empty())
    return;
  std::string Path = includePath(S);
  for (size_t Line : S.IncludeLines) {
    StringRef Text = S.Lines.text(Line).rtrim();
    report(S, S.Lines[Line].Begin, Text.size(),
           say(msg::ShimInclude, Request.Macro, Path));
    ++Result.Places;
  }
}

void ShimRun::use(ShimSource &S, const Candidate &C) {
  ShimName &Name = Input.Names[C.E->From.str()];
  Name.E = *C.E;
  Name.Tagged |= S.isTagged(C.Offset);
  Name.Asked |= C.name().InCondition;
  Uses[C.E->From.str()].push_back({&S, C.Offset, C.Length});
  S.UsesNames = true;
}

/// True if the header can have the name of this place.
bool isName(const Candidate &C) {
  return C.at() == Place::Name && C.E && isShimmable(*C.E) &&
         !C.name().IsMacros &&
         (C.Text == C.E->From || C.E->K == Kind::Namespace);
}

void ShimRun::takeEdits(ShimSource &S) {
  std::vector<const Candidate *> Simple;
  std::vector<const Finding *> Hard;
  for (const Finding &F : S.File.Plan.Edits) {
    if (S.neverMusa(F.Where.Offset))
      continue;
    if (S.Lines[S.Lines.lineAt(F.Where.Offset)].Directive == "include")
      continue;
    const Candidate *C = S.candidateOf(F);
    bool IsSimple = C && isName(*C) &&
                    (*F.NewText == C->E->To || C->E->K == Kind::Namespace);
    if (IsSimple)
      Simple.push_back(C);
    else
      Hard.push_back(&F);
  }
  if (Request.Guard) {
    GuardInput In{S.File.OldText,
                  S.Lines,
                  S.File.Plan.Edits,
                  Hard,
                  IncludeDir.empty() ? S.IncludeLines : std::set<size_t>(),
                  includePath(S),
                  Request.Macro};
    S.Guards = guardTexts(In);
  } else {
    for (const Finding *F : Hard)
      S.Guards.Refused.emplace_back(F->Where.Offset, F->Where.Length);
  }
  for (const Candidate *C : Simple)
    if (!isWithin(S.Guards.Ranges, C->Offset))
      use(S, *C);
  // Names inside of a text that stays are used there all the same.
  for (const Finding *F : Hard)
    for (const Candidate &C : S.Scan.Candidates)
      if (C.Offset >= F->Where.Offset && C.Offset + C.Length <= endOf(*F) &&
          isName(C) && !isWithin(S.Guards.Ranges, C.Offset))
        use(S, C);
  for (const auto &[Offset, Length] : S.Guards.Refused) {
    auto It = S.CandidateAt.find(Offset);
    bool Numeric =
        It != S.CandidateAt.end() && It->second->E && It->second->E->Numeric;
    Message Why =
        Numeric ? say(msg::ShimNumber, It->second->E->From, It->second->E->To)
        : Request.Guard ? say(msg::ShimDirective, Request.Macro)
                        : say(msg::ShimNeedsGuard, Request.Macro);
    report(S, Offset, Length, std::move(Why));
    ++Result.Places;
  }
}

/// A branch for MUSA alone may count on a shim: what it spells as CUDA does.
void ShimRun::takeMusaBranches(ShimSource &S) {
  for (const Candidate &C : S.Scan.Candidates)
    if (C.MusaCode && isName(C) && C.E->K != Kind::Namespace &&
        C.name().Prefix == place::Before::Nothing)
      use(S, C);
}

/// What is spelled like a name of the header, but was left as the user's.
void ShimRun::findOwnNames(ShimSource &S) {
  StringSet<> Macros;
  for (StringRef Name : S.Scan.MacrosDefined)
    Macros.insert(Name);
  std::set<StringRef> Redefined;
  DenseSet<unsigned> Told;
  for (const Finding &F : S.File.Plan.Findings)
    if (F.Rule != "ambiguous-name")
      Told.insert(F.Where.Offset);
  std::vector<Range> Edited;
  for (const Finding &F : S.File.Plan.Edits)
    Edited.emplace_back(F.Where.Offset, endOf(F));
  for (const auto &[I, L] : enumerate(S.Tokens)) {
    if (L.Kind != clang::tok::raw_identifier)
      continue;
    StringRef Name = S.spelling(I);
    auto It = Input.Names.find(Name.str());
    if (It == Input.Names.end() || S.neverMusa(L.Offset) ||
        isUntouched(S.Scan, L.Offset) || Told.contains(L.Offset))
      continue;
    if (Macros.contains(Name)) {
      Redefined.insert(Name);
      continue;
    }
    auto Edit = llvm::upper_bound(Edited, Range(L.Offset, ~0u));
    bool IsEdited =
        Edit != Edited.begin() && L.Offset < std::prev(Edit)->second;
    if (IsEdited)
      continue;
    It->second.UsersToo = true;
    report(S, L.Offset, L.Length, say(msg::ShimOwnName, Name), Name);
  }
  if (!Redefined.empty())
    report(S, 0, 0,
           say(msg::ShimRedefines, Redefined.size(), *Redefined.begin()));
}

void ShimRun::writeHeader() {
  if (Input.Names.empty() && Input.Includes.empty())
    return;
  Shim Made = writeShim(Input, Names);
  Result.Header = std::move(Made.Text);
  Result.Names = Made.Names;
  for (const auto &[Name, Why] : Made.Left)
    for (const NameUse &U : Uses[Name]) {
      report(*U.Source, U.Offset, U.Length,
             say(msg::ShimNotInHeader, Name, Why), Name);
      ++Result.Places;
    }
}

void ShimRun::writeForwards() {
  if (IncludeDir.empty())
    return;
  for (const auto &[Header, Include] : Input.Includes) {
    SmallString<256> Path(IncludeDir);
    sys::path::append(Path, Header);
    std::string Spelled = Request.IncludeAs.empty()
                              ? relativePath(Path, HeaderPath)
                              : Request.IncludeAs;
    Result.Forwards[std::string(Path)] =
        forwardingHeader(Header, Spelled, Request.Macro);
  }
}

std::string ShimRun::includePath(const ShimSource &S) const {
  if (!Request.IncludeAs.empty())
    return Request.IncludeAs;
  if (HeaderPath.empty())
    return targetPlatform().Compiler.Language +
           "_shim.h"; // it goes to standard output
  std::string From = S.File.Path;
  if (!Request.TreePath.empty()) {
    SmallString<256> Path(absolutePath(Request.TreePath));
    sys::path::append(Path, S.File.Relative);
    From = std::string(Path);
  }
  return relativePath(From, HeaderPath);
}

/// The guards become the file's edits.
void ShimRun::finish(ShimSource &S) {
  FilePlan &Plan = S.File.Plan;
  Plan.Edits = std::move(S.Guards.Edits);
  for (Finding &F : Plan.Edits)
    F.Where.File = S.File.Path;
  erase_if(Plan.Findings,
           [&](const Finding &F) { return S.neverMusa(F.Where.Offset); });
  llvm::sort(Plan.Findings, [](const Finding &A, const Finding &B) {
    return std::tie(A.Where.Offset, A.Rule, A.What) <
           std::tie(B.Where.Offset, B.Rule, B.What);
  });
  if (S.UsesNames && !S.IncludesCuda)
    ++Result.WithoutInclude;
}

Error ShimRun::run() {
  auto Ported = runPort(portRequest(), Names);
  if (!Ported)
    return Ported.takeError();
  Result.Run = std::move(*Ported);
  for (FileResult &F : Result.Run.Files)
    Sources.push_back(std::make_unique<ShimSource>(F, Names));
  for (auto &S : Sources) {
    takeIncludes(*S);
    takeEdits(*S);
    takeMusaBranches(*S);
  }
  for (auto &S : Sources)
    findOwnNames(*S);
  writeHeader();
  writeForwards();
  for (auto &S : Sources)
    finish(*S);
  Error Faults = checkShimHeaders(Result, Request.HeaderPath, Request.Macro,
                                  definedMacros(Request.Port.ExtraFlags));
  for (auto &S : Sources)
    Faults = joinErrors(std::move(Faults),
                        checkShimmed(S->File, Request.Macro,
                                     definedMacros(Request.Port.ExtraFlags)));
  return Faults;
}

} // namespace

Expected<ShimResult> runShim(const ShimRequest &Request, const Table &Names) {
  ShimRun Run(Request, Names);
  if (Error E = Run.run())
    return std::move(E);
  return std::move(Run.Result);
}

} // namespace musify
