//===- Rule.h - From a candidate to findings --------------------*- C++ -*-===//
//
// A rule is an ordinary function over what the engines found. It decides; the
// engines only record. The list of all rules is in Rules/All.cpp.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_REWRITE_RULE_H
#define MUSIFY_REWRITE_RULE_H

#include "Edit/Finding.h"
#include "Facts/Facts.h"
#include "Platform/Platform.h"
#include "Program/Program.h"
#include "Project/Workspace.h"
#include "Scan/LexerEngine.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/VersionTuple.h"

namespace musify {

/// What becomes of inline PTX that has a translation.
enum class PtxPolicy { Translate, Report };

/// What becomes of `#if` with the number of a CUDA architecture.
enum class GuardPolicy {
  Report,
  Feature ///< MUSA gets the branch that it can run
};

/// What the user chose about the edits themselves.
struct PortOptions {
  UnverifiedPolicy Unverified = UnverifiedPolicy::Port;
  bool Strings = false;  ///< change strings that are a CUDA name
  bool Comments = false; ///< change CUDA names in comments
  bool Rename = false;   ///< `.cu` becomes `.mu`, `.cuh` becomes `.muh`
  /// Sources keep their suffix, and build scripts say that they are MUSA's.
  bool KeepSuffix = false;
  bool LaunchApi = false; ///< `<<<...>>>` becomes a call
  bool Python = false;    ///< what Python code does at run time is ported
  /// torchada ports the sources when it builds them: only its gaps are told.
  bool Torchada = false;
  /// Architectures that build scripts get, `mp_22`; empty: the default one.
  std::vector<std::string> BuildArchs;
  PtxPolicy Ptx = PtxPolicy::Translate;
  GuardPolicy Guards = GuardPolicy::Report;
  bool KeepPtx = false;           ///< below `#if`, for builds with CUDA
  llvm::VersionTuple MusaVersion; ///< of the SDK ported to; empty: the newest
  /// The architectures that findings are for. Empty: all current ones.
  std::vector<const Architecture *> Targets;
  /// Of `musify lint`: nothing is changed, and MUSA's own code is checked too.
  bool IsLint = false;

  /// `Targets`, or those that stand for it.
  std::vector<const Architecture *> targets() const {
    return Targets.empty() ? targetPlatform().current() : Targets;
  }
};

/// One file under decision, and where its findings go.
class FileContext {
public:
  FileContext(const InputFile &File, const ScannedFile &Scan,
              const Facts &Known, const Program &Whole,
              const Workspace &Project, const PortOptions &Options,
              std::vector<Finding> &Out);

  const InputFile &File;
  const Facts &Known;
  const Program &Whole;
  const Workspace &Project;
  const PortOptions &Options;

  llvm::StringRef text() const { return Scan.Text; }
  const NameFact *nameFact(const Candidate &C) const;
  /// The entity whose name stands here; null if it has none, or is decided
  /// place by place.
  const Entity *decidedEntity(unsigned Offset) const;
  const IncludeFact *includeFact(const Candidate &C) const;
  const CallFact *callFact(const Candidate &C) const;
  /// True if units, or instantiations, disagree about the call.
  bool callsDisagree(const Candidate &C) const;
  /// Two units that disagree, each with the macros that the other lacks:
  /// "`A` (-DX)".
  struct Dispute {
    std::string Sdk, User;
  };
  /// None if no two units disagree.
  std::optional<Dispute> dispute(llvm::StringRef SdkUnit,
                                 llvm::StringRef UserUnit) const;
  /// What the matchers of custom rules found in the file.
  const std::set<MatchFact> &matches() const;
  bool definesMacro(llvm::StringRef Name) const {
    return Macros.contains(Name);
  }

  /// True if a macro completes the name to another one.
  bool isPasted(const Candidate &C) const {
    return Mine && Mine->Pasted.contains(C.Offset);
  }
  /// True if a macro makes a string of the name.
  bool isStringised(const Candidate &C) const {
    return Mine && Mine->Stringised.contains(C.Offset);
  }
  /// What a parse knows of a string; null if nothing.
  const StringFact *stringFact(const Candidate &C) const {
    if (!Mine)
      return nullptr;
    auto It = Mine->Strings.find(C.Offset);
    return It == Mine->Strings.end() ? nullptr : &It->second;
  }
  /// True if a parse saw a function declared by this name here.
  bool isDeclarator(const Candidate &C) const {
    return Mine && Mine->Declarators.contains(C.Offset);
  }
  /// True if a parse saw the file, its inactive branches aside.
  bool isCovered() const { return Mine && !Mine->CoveredBy.empty(); }
  /// True if no unit that was parsed compiles the place.
  bool isUnseen(unsigned Offset) const;
  /// True if no unit compiles the file as CUDA: parses of others saw it, or
  /// none did and it cannot be device code.
  bool isHostCode() const;
  /// True if the text around declares the name for this place.
  bool isBound(llvm::StringRef Name, const Candidate &C) const {
    return C.name().Prefix == place::Before::Nothing &&
           findBinding(Scan, Name, C.Offset);
  }
  /// True if `New` would mean something of the project's in the place of the
  /// name.
  bool isCaptured(const Candidate &C, llvm::StringRef New) const {
    return C.name().Prefix == place::Before::Nothing &&
           (isBound(New, C) || (Mine && Mine->Captured.contains(C.Offset)));
  }
  /// True if all that a parse saw `##` make of this word are names that the
  /// project declares.
  bool makesOwnNamesOnly(const Candidate &C) const;
  /// True if `##` makes a name of the project's from this one.
  bool makesOwnName(const Candidate &C) const;
  /// True if a unit that covers the file declares `Name` at file scope.
  bool mayBeUsers(llvm::StringRef Name) const {
    return Mine && Mine->UserNames.contains(Name);
  }

  /// True if the file itself includes a header of the SDK's below `Folder`.
  bool includesBelow(llvm::StringRef Folder) const;
  /// True if the file uses PyTorch: it includes its headers, itself or through
  /// others, or names what only PyTorch has.
  bool usesTorch() const;
  /// True if all that it includes of PyTorch is the stable ABI, whose classes
  /// have the names of others.
  bool usesStableTorchAlone() const;

  /// Replaces the candidate by `NewText`.
  void edit(llvm::StringRef Rule, const Candidate &C, std::string NewText,
            Message Why);
  /// The brackets of a launch, if blanks or comments divide them; else null.
  const SplitLaunch *splitLaunch(const Candidate &C) const;
  llvm::ArrayRef<BracedArgument> bracedArguments(const Candidate &C) const;
  /// Replaces any range of the file.
  void editRange(llvm::StringRef Rule, const Candidate &C, unsigned Offset,
                 unsigned Length, std::string NewText, Message Why);
  /// Reports, changes nothing. The rule is that of the message, and so is the
  /// severity if none is given.
  void report(const Candidate &C, Message What,
              std::optional<Severity> Level = std::nullopt,
              std::vector<Replacement> Fix = {});

private:
  bool includesTorch() const;
  bool includesStableTorch() const;
  Provenance provenance(const Candidate &C) const;
  void reportLeftover(const Candidate &C, llvm::StringRef NewText);

  const ScannedFile &Scan;
  const Program::Places *Entities;
  const FileFacts *Mine;
  const InternedText Path; ///< of the file
  llvm::StringSet<> Macros;
  std::vector<Finding> &Out;
};

struct Rule {
  llvm::StringLiteral Id; ///< of the file and the tests; findings may differ
  Candidate::Place At;
  void (*Apply)(const Candidate &C, FileContext &Context);
};

/// False if no compiler would take the file for device code: a source of C or
/// C++ that names nothing of the device.
bool mayBeDeviceCode(const InputFile &File, const ScannedFile &Scan);

/// The rules, in the order in which they are applied.
llvm::ArrayRef<Rule> allRules();

/// The bytes of a half-open range of `Text` with the edits, which are sorted,
/// that lie in it.
std::string portedPiece(llvm::StringRef Text,
                        std::pair<unsigned, unsigned> Piece,
                        llvm::ArrayRef<const Finding *> Edits);

/// Drops findings at places that are not ours to judge: what the user excluded
/// and, of `musify lint`, what MUSA never compiles.
void dropLeftOut(std::vector<Finding> &All, const ScannedFile &Scan,
                 const PortOptions &Options);

/// Applies all rules to all candidates of one file.
std::vector<Finding> decide(const InputFile &File, const ScannedFile &Scan,
                            const Facts &Known, const Program &Whole,
                            const Workspace &Project,
                            const PortOptions &Options);

} // namespace musify

#endif // MUSIFY_REWRITE_RULE_H
