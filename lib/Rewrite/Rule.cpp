#include "Rewrite/Rule.h"
#include "Platform/Platform.h"
#include "Rewrite/CustomRules.h"
#include "Scan/Torch.h"

using namespace llvm;

namespace musify {

FileContext::FileContext(const InputFile &File, const ScannedFile &Scan,
                         const Facts &Known, const Workspace &Project,
                         const PortOptions &Options, std::vector<Finding> &Out)
    : File(File), Known(Known), Project(Project), Options(Options), Scan(Scan),
      Out(Out) {
  auto It = Known.Files.find(File.Path);
  Mine = It == Known.Files.end() ? nullptr : &It->second;
  for (StringRef Name : Scan.MacrosDefined)
    Macros.insert(Name);
}

template <typename Map> static auto *factAt(const Map &Facts, unsigned Offset) {
  auto It = Facts.find(Offset);
  return It == Facts.end() ? nullptr : &It->second;
}

const NameFact *FileContext::nameFact(const Candidate &C) const {
  return Mine ? factAt(Mine->Names, C.Offset) : nullptr;
}

const IncludeFact *FileContext::includeFact(const Candidate &C) const {
  return Mine ? factAt(Mine->Includes, C.Offset) : nullptr;
}

const CallFact *FileContext::callFact(const Candidate &C) const {
  auto *Fact = Mine ? factAt(Mine->Calls, C.Offset) : nullptr;
  return Fact && *Fact ? &**Fact : nullptr;
}

bool FileContext::callsDisagree(const Candidate &C) const {
  auto *Fact = Mine ? factAt(Mine->Calls, C.Offset) : nullptr;
  return Fact && !*Fact;
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

std::string FileContext::dispute(StringRef SdkUnit, StringRef UserUnit) const {
  if (SdkUnit.empty() || UserUnit.empty())
    return "";
  return "the SDK's in " + withMacros(Project, SdkUnit, UserUnit) +
         " and yours in " + withMacros(Project, UserUnit, SdkUnit);
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

bool FileContext::usesTorch() const {
  if (Scan.IncludesTorch || (Mine && Mine->IncludesTorch))
    return true;
  return Scan.NamesTorch && !Scan.OpensTorch && !(Mine && Mine->OpensTorch);
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
                            unsigned Length, std::string NewText,
                            std::string Why) {
  if (Scan.IsMusa)
    return tellLeftover(C, NewText);
  Out.push_back({Rule.str(),
                 {File.Path, Offset, Length},
                 std::move(NewText),
                 Severity::Note,
                 std::move(Why),
                 provenance(C)});
}

/// What a port would still change in MUSA's code.
void FileContext::tellLeftover(const Candidate &C, StringRef NewText) {
  if (C.AsksBoth || C.At == Candidate::Place::Comment)
    return;
  bool InCondition = C.InCondition && C.At == Candidate::Place::Name;
  tell("leftover-name", C, InCondition ? Severity::Warning : Severity::Error,
       ("`" + C.Text + "` is CUDA's, and this file is MUSA's code" +
        (InCondition ? "; it is never defined there" : "") +
        "; on MUSA it is `" + NewText + "`")
           .str());
}

void FileContext::edit(StringRef Rule, const Candidate &C, std::string NewText,
                       std::string Why) {
  editRange(Rule, C, C.Offset, C.Length, std::move(NewText), std::move(Why));
}

void FileContext::tell(RuleName Rule, const Candidate &C, Severity Level,
                       std::string Message) {
  Out.push_back({Rule.str().str(),
                 {File.Path, C.Offset, C.Length},
                 std::nullopt,
                 Level,
                 std::move(Message),
                 provenance(C)});
}

void dropLeftOut(std::vector<Finding> &All, const ScannedFile &Scan,
                 const PortOptions &Options) {
  llvm::erase_if(All, [&](const Finding &F) {
    return isUntouched(Scan, F.Where.Offset) ||
           (Options.isLint() && isWithin(Scan.NeverMusa, F.Where.Offset));
  });
}

/// In a file that does not use PyTorch, its names are somebody else's. Only a
/// call such as `x.is_cuda()` may still be a tensor's, if no parse saw `x`.
static bool isForeign(const Candidate &C, FileContext &Context) {
  if (!isTorchEntry(C.E) || C.At == Candidate::Place::Include ||
      Context.usesTorch())
    return false;
  if (C.E->K == Kind::Member && C.E->renames() && !Context.nameFact(C) &&
      !Context.Known.DeclaredNames.contains(C.Text))
    Context.tell("ambiguous-name", C, Severity::Warning,
                 ("`" + C.Text + "` may be asked of a " + torch().Name +
                  " tensor, but the file does not include " + torch().Name +
                  "; left as it is")
                     .str());
  return true;
}

/// Units that see a kernel differently give different reasons for one verdict
/// about its warps: one of them is enough.
static std::vector<Finding> oneEachPlace(std::vector<Finding> Told) {
  llvm::sort(Told, [](const Finding &A, const Finding &B) {
    return std::tie(A.Where.Offset, A.Rule, A.Message) <
           std::tie(B.Where.Offset, B.Rule, B.Message);
  });
  auto Repeats = [](const Finding &A, const Finding &B) {
    return A.Where.Offset == B.Where.Offset && A.Rule == B.Rule &&
           findLintRule(A.Rule)->Warp32Level;
  };
  Told.erase(llvm::unique(Told, Repeats), Told.end());
  return Told;
}

std::vector<Finding> decide(const InputFile &File, const ScannedFile &Scan,
                            const Facts &Known, const Workspace &Project,
                            const PortOptions &Options) {
  std::vector<Finding> Out;
  FileContext Context(File, Scan, Known, Project, Options, Out);
  CustomRules Custom(Scan, Context);
  for (const Candidate &C : Scan.Candidates) {
    if (C.MusaCode)
      continue; // what only MUSA compiles is not ours to port
    if (Custom.take(C) || isForeign(C, Context))
      continue;
    for (const Rule &R : allRules())
      if (R.At == C.At)
        R.Apply(C, Context);
  }
  Custom.finish(Out);
  if (auto It = Known.Files.find(File.Path); It != Known.Files.end())
    llvm::append_range(Out, oneEachPlace(It->second.Told));
  dropLeftOut(Out, Scan, Options);
  return Out;
}

} // namespace musify
