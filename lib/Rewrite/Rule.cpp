#include "Rewrite/Rule.h"
#include "Lint/Catalogue.h"
#include "Platform/Platform.h"
#include "Rewrite/ArchGuards.h"
#include "Rewrite/CapabilityText.h"
#include "Rewrite/CustomRules.h"
#include "Rewrite/InlinePtx.h"
#include "Rewrite/ModuleText.h"
#include "Rewrite/NumberAlias.h"
#include "Rewrite/ObjectType.h"
#include "Rewrite/Rules/All.h"
#include "Rewrite/WarpText.h"
#include "Scan/RawLexer.h"
#include "Scan/Torch.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {

FileContext::FileContext(const InputFile &File, const ScannedFile &Scan,
                         const Facts &Known, const Program &Whole,
                         const Workspace &Project, const PortOptions &Options,
                         std::vector<Finding> &Out)
    : File(File), Known(Known), Whole(Whole), Project(Project),
      Options(Options), Scan(Scan), Entities(Whole.placesIn(File.Path)),
      Path(File.Path), Out(Out) {
  Mine = factAt(Known.Files, File.Path);
  for (StringRef Name : Scan.MacrosDefined)
    Macros.insert(Name);
}

const NameFact *FileContext::nameFact(const Candidate &C) const {
  return Mine ? factAt(Mine->Names, C.Offset) : nullptr;
}

const Entity *FileContext::decidedEntity(unsigned Offset) const {
  const Entity *E = Entities ? Entities->lookup(Offset) : nullptr;
  return E && E->F != Fate::Open ? E : nullptr;
}

const IncludeFact *FileContext::includeFact(const Candidate &C) const {
  return Mine ? factAt(Mine->Includes, C.Offset) : nullptr;
}

const SplitLaunch *FileContext::splitLaunch(const Candidate &C) const {
  return factAt(Scan.SplitLaunches, C.Offset);
}

ArrayRef<BracedArgument>
FileContext::bracedArguments(const Candidate &C) const {
  const auto *Found = factAt(Scan.BracedArguments, C.Offset);
  return Found ? ArrayRef(*Found) : ArrayRef<BracedArgument>();
}

const CallFact *FileContext::callFact(const Candidate &C) const {
  auto *Fact = Mine ? factAt(Mine->Calls, C.Offset) : nullptr;
  return Fact && *Fact ? &**Fact : nullptr;
}

bool FileContext::callsDisagree(const Candidate &C) const {
  auto *Fact = Mine ? factAt(Mine->Calls, C.Offset) : nullptr;
  return Fact && !*Fact;
}

bool FileContext::makesOwnName(const Candidate &C) const {
  return Mine && llvm::any_of(Mine->Made, [&](const MadeName &M) {
           return M.Offset == C.Offset && !Project.Names.findName(M.name());
         });
}

bool FileContext::makesOwnNamesOnly(const Candidate &C) const {
  if (!Mine)
    return false;
  auto First = Mine->Products.lower_bound({C.Offset, ""});
  auto End = Mine->Products.lower_bound({C.Offset + 1, ""});
  return First != End && std::all_of(First, End, [&](const auto &P) {
           return !Project.Names.findName(P.second) &&
                  Known.DeclaredNames.contains(P.second);
         });
}

/// A unit with the macros that the other one does not have.
static std::string withMacros(const Workspace &Project, StringRef Unit,
                              StringRef Other) {
  auto Mine = Project.Units.find(Unit.str()),
       Theirs = Project.Units.find(Other.str());
  if (Mine == Project.Units.end() || Theirs == Project.Units.end())
    return ("`" + Unit + "`").str();
  std::string Macros;
  for (const std::string &Flag : Mine->second.Macros)
    if (!llvm::is_contained(Theirs->second.Macros, Flag))
      Macros += " " + Flag;
  return "`" + Mine->second.Shown + "`" +
         (Macros.empty() ? "" : " (" + Macros.substr(1) + ")");
}

std::optional<FileContext::Dispute>
FileContext::dispute(StringRef SdkUnit, StringRef UserUnit) const {
  if (SdkUnit.empty() || UserUnit.empty())
    return std::nullopt;
  return Dispute{withMacros(Project, SdkUnit, UserUnit),
                 withMacros(Project, UserUnit, SdkUnit)};
}

const std::set<MatchFact> &FileContext::matches() const {
  static const std::set<MatchFact> None;
  return Mine ? Mine->Matches : None;
}

// C++ may become CUDA by a flag of a build script.
static bool namesDevice(const ScannedFile &Scan) {
  return namesDevice(Scan.Text);
}

bool mayBeDeviceCode(const InputFile &File, const ScannedFile &Scan) {
  return File.IsHeader || isMusaExtension(File.Path) ||
         portedFileName(File.Path, Direction::CudaToMusa) != File.Path ||
         namesDevice(Scan);
}

bool FileContext::isHostCode() const {
  if (Mine && Mine->InCudaUnit)
    return false;
  return isCovered() ? !namesDevice(Scan) : !mayBeDeviceCode(File, Scan);
}

bool FileContext::includesBelow(StringRef Folder) const {
  std::string Start = (Folder + "/").str();
  return any_of(Scan.Candidates, [&](const Candidate &C) {
    return C.at() == Candidate::Place::Include && C.E &&
           C.Text.starts_with(Start);
  });
}

bool FileContext::usesTorch() const {
  if (includesTorch() || includesStableTorch())
    return true;
  // What opens its namespaces adds to them, where PyTorch is there at all and
  // they are in no other namespace.
  if (Scan.OpensTorch || (Mine && Mine->OpensTorch))
    return Project.Torch.Included && !Scan.TorchOwn.empty();
  // Another file may open a namespace of that name, with no PyTorch near.
  return Scan.NamesTorch &&
         (Project.Torch.Included || Project.Torch.Own.empty());
}

bool FileContext::includesTorch() const {
  return Scan.IncludesTorch || (Mine && Mine->IncludesTorch);
}

bool FileContext::includesStableTorch() const {
  return Scan.IncludesTorchStable || (Mine && Mine->IncludesTorchStable);
}

bool FileContext::usesStableTorchAlone() const {
  return includesStableTorch() && !includesTorch();
}

Provenance FileContext::provenance(const Candidate &C) const {
  Provenance P;
  if (C.E)
    P.Entry = C.E->From.str();
  if (const NameFact *F = nameFact(C)) {
    P.From = F->From;
    P.Unit = F->Unit;
  } else if (const IncludeFact *F = includeFact(C)) {
    P.From = Engine::Preprocessor;
    P.Unit = F->Unit;
  }
  return P;
}

void FileContext::editRange(StringRef Rule, const Candidate &C, unsigned Offset,
                            unsigned Length, std::string NewText, Message Why) {
  if (Scan.IsMusa)
    return reportLeftover(C, NewText);
  Out.push_back({Rule,
                 {Path, Offset, Length},
                 std::move(NewText),
                 Severity::Note,
                 std::move(Why),
                 provenance(C)});
}

/// What a port would still change in MUSA's code.
void FileContext::reportLeftover(const Candidate &C, StringRef NewText) {
  if (C.AsksBoth || C.at() == Candidate::Place::Comment)
    return;
  if (C.name().InCondition)
    return report(C, say(msg::LeftoverTest, C.Text, NewText));
  report(C, say(msg::Leftover, C.Text, NewText), std::nullopt,
         {{C.Offset, C.Length, NewText.str()}});
}

void FileContext::edit(StringRef Rule, const Candidate &C, std::string NewText,
                       Message Why) {
  editRange(Rule, C, C.Offset, C.Length, std::move(NewText), std::move(Why));
}

bool FileContext::isUnseen(unsigned Offset) const {
  return !isCovered() || (Mine->Unseen && isWithin(*Mine->Unseen, Offset));
}

void FileContext::report(const Candidate &C, Message What,
                         std::optional<Severity> Level,
                         std::vector<Replacement> Fix) {
  Out.push_back(makeFinding({Path, C.Offset, C.Length}, std::move(What),
                            provenance(C), Level));
  Out.back().Fix = std::move(Fix);
}

/// `nbnxm/hip/kernel_hip.h`: the file or its directory is called so, and not
/// after the source too.
static bool isCalledAfterOther(StringRef Path) {
  auto [Around, Name] = Path.rsplit('/');
  std::string Both = (Around.rsplit('/').second + "/" + Name).str();
  bool Found = false;
  for (StringRef Rest = Both; !Rest.empty();) {
    StringRef Word = Rest.take_while([](char C) { return isAlpha(C); });
    Found |= sourcePlatform().OtherVendors.contains(Word.upper());
    Rest = Rest.drop_front(std::max<size_t>(Word.size(), 1));
  }
  return Found &&
         !StringRef(Both).contains_insensitive(sourcePlatform().NamespaceName);
}

/// True of code that only another vendor's compiler reads: it is called after
/// that vendor's platform or names its functions, and nothing that a port would
/// rename.
static bool isForOtherVendor(const ScannedFile &Scan, StringRef Path) {
  if (any_of(Scan.Candidates,
             [](const Candidate &C) { return C.E && C.E->renames(); }))
    return false;
  bool Found = isCalledAfterOther(Path);
  forEachRawToken(
      Scan.Text,
      [&](const clang::Token &T, unsigned Offset) {
        StringRef Name = Scan.Text.substr(Offset, T.getLength());
        Found |= T.is(clang::tok::raw_identifier) && isLower(Name[0]) &&
                 Name.find_if(isUpper) != StringRef::npos &&
                 sourcePlatform().OtherVendors.contains(Name.upper());
      },
      Comments::Skip);
  return Found;
}

static Subject subjectOf(const Finding &F) {
  const LintRule *Rule = findLintRule(F.Rule);
  return Rule ? Rule->About : Subject::Anything;
}

static bool isAboutDevices(const Finding &F) {
  return subjectOf(F) != Subject::Anything;
}

void dropLeftOut(std::vector<Finding> &All, const ScannedFile &Scan,
                 const PortOptions &Options) {
  if (Options.IsLint && any_of(All, isAboutDevices) &&
      isForOtherVendor(Scan, All.front().Where.File))
    llvm::erase_if(All, isAboutDevices);
  llvm::erase_if(All, [&](const Finding &F) {
    unsigned At = F.Where.Offset;
    return isUntouched(Scan, At) ||
           (Options.IsLint && (isWithin(Scan.NeverMusa, At) ||
                               (subjectOf(F) == Subject::DeviceCode &&
                                isWithin(Scan.MusaHost, At))));
  });
}

/// The text declares the object with a class of the project that has a method
/// of the name.
static bool isOfNamesake(const Candidate &C, const FileContext &Context) {
  auto It = Context.Project.Torch.Namesakes.find(C.Text);
  return It != Context.Project.Torch.Namesakes.end() &&
         It->second.contains(
             lastPart(declaredTypeOfObject(Context.text(), C.Offset)));
}

/// In a file that does not use PyTorch, its names are somebody else's. Only a
/// call such as `x.is_cuda()` may still be a tensor's, if no parse saw `x`.
static bool isForeign(const Candidate &C, FileContext &Context) {
  if (!isTorchEntry(C.E) || C.at() == Candidate::Place::Include ||
      Context.usesTorch())
    return false;
  if (C.E->K == Kind::Member && C.E->renames() && !Context.nameFact(C) &&
      !Context.Known.DeclaredNames.contains(C.Text) &&
      !isOfNamesake(C, Context))
    Context.report(C, say(msg::MaybeFrameworkMember, C.Text, torch().Name));
  return true;
}

/// What rules over the AST saw becomes findings. Units that see a kernel
/// differently give different reasons for one verdict about its warps: one of
/// them is enough.
static void decideObserved(const std::set<Observation> &All, StringRef Path,
                           const FileContext &Context,
                           std::vector<Finding> &Out) {
  std::set<std::pair<unsigned, StringRef>> Judged;
  for (const Observation &O : All) {
    StringRef Rule = textOf(O.What.Id).Rule;
    if (findLintRule(Rule)->Warp32Level &&
        !Judged.insert({O.Offset, Rule}).second)
      continue;
    const Entity *E = Context.decidedEntity(O.Offset);
    if (O.What.Id == msg::Interposer && E && E->Why == Reason::InTurn)
      continue; // defined where there is no SDK
    Out.push_back(makeFinding({Path.str(), O.Offset, O.Length}, O.What,
                              {Engine::Ast, O.Unit, {}}, O.Level));
    Out.back().Fix = O.Fix;
  }
}

std::string portedPiece(StringRef Text, std::pair<unsigned, unsigned> Piece,
                        ArrayRef<const Finding *> Edits) {
  std::string Out;
  unsigned At = Piece.first;
  for (const Finding *E : Edits) {
    unsigned Begin = E->Where.Offset, End = Begin + E->Where.Length;
    if (Begin < At || End > Piece.second)
      continue;
    Out += Text.slice(At, Begin);
    Out += *E->NewText;
    At = End;
  }
  return Out + Text.slice(At, Piece.second).str();
}

static void applyRules(const Candidate &C, FileContext &Context) {
  if (isForeign(C, Context))
    return;
  for (const Rule &R : allRules())
    if (R.At == C.at())
      R.Apply(C, Context);
}

std::vector<Finding> decide(const InputFile &File, const ScannedFile &Scan,
                            const Facts &Known, const Program &Whole,
                            const Workspace &Project,
                            const PortOptions &Options) {
  std::vector<Finding> Out;
  FileContext Context(File, Scan, Known, Whole, Project, Options, Out);
  CustomRules Custom(Scan, Context);
  InlinePtx Ptx(Scan, Context);
  std::vector<const Candidate *> Left;
  DenseSet<StringRef> Rewritten; // conditions in which a number is
  for (const Candidate &C : Scan.Candidates) {
    if (C.MusaCode)
      continue; // what only MUSA compiles is not ours to port
    if (C.at() == Candidate::Place::Asm)
      Ptx.take(C);
    else if (!Custom.take(C))
      Left.push_back(&C);
    else if (C.name().Compared)
      Rewritten.insert(C.name().Condition);
  }
  for (const Candidate *C : Left) {
    if (C->name().ComparedBeside && Rewritten.contains(C->name().Condition)) {
      Candidate Alone = *C;
      std::get<place::Name>(Alone.Is).ComparedBeside = false;
      applyRules(Alone, Context);
    } else {
      applyRules(*C, Context);
    }
  }
  for (const Candidate &C : Scan.ForOthers)
    if (const Entity *E = Context.decidedEntity(C.Offset);
        E && E->F == Fate::Moves)
      applyRules(C, Context);
  Custom.finish(Out);
  Ptx.finish(Out);
  decideArchGuards(Scan, Context, Out);
  if (!Project.Names.isReversed()) {
    reportModuleTexts(Scan, Context);
    reportNumberAliases(Scan, Context);
  }
  reportCapabilityTexts(Scan, Context);
  reportWarpTexts(Scan, Context);
  if (auto It = Known.Files.find(File.Path); It != Known.Files.end())
    decideObserved(It->second.Observed, File.Path, Context, Out);
  dropLeftOut(Out, Scan, Options);
  // The file that code of MUSA's includes may get another name all the same.
  for (const Candidate &C : Scan.Candidates)
    if (C.MusaCode && C.at() == Candidate::Place::Include)
      followRenamedFile(C, Context);
  if (Scan.UnclosedExclusion)
    Out.push_back(makeFinding({File.Path, *Scan.UnclosedExclusion, 17},
                              say(msg::ExclusionNotClosed), {}));
  return Out;
}

} // namespace musify
