#include "Parse/ParseUnit.h"
#include "Parse/AstEngine.h"
#include "Parse/Dialect.h"
#include "Parse/Errors.h"
#include "Parse/ExplicitInstantiations.h"
#include "Parse/PreprocessorEngine.h"
#include "Parse/Readings.h"
#include "Parse/Recorder.h"
#include "Platform/Platform.h"
#include "Sdk/Embedded.h"
#include "Support/PhaseTimes.h"
#include "clang/AST/ASTContext.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Lex/MacroArgs.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Sema/Sema.h"
#include "clang/Sema/SemaConsumer.h"
#include "clang/Sema/TemplateInstCallback.h"
#include "llvm/Support/CrashRecoveryContext.h"
#include <chrono>
#include <csignal>
#include <deque>

using namespace llvm;
using namespace clang;

namespace musify {
namespace {

enum class Limit { None, Time, Memory, Stop };

/// Ends a parse that takes too long or too much, the way a crash does: Clang
/// has no other end in the middle, and what it allocated is lost to the
/// process. It is asked between tokens and between instantiations, where no
/// lock is held.
class Watch {
public:
  explicit Watch(const Session &Run)
      : Run(Run), Start(std::chrono::steady_clock::now()) {}

  /// Whose memory counts, as soon as there is one.
  void setContext(const ASTContext &Context) { this->Context = &Context; }
  void setPreprocessor(const Preprocessor &PP) { this->PP = &PP; }

  /// Called for each of `Steps` tokens.
  void look(size_t Steps = 1) {
    if (Left > Steps) {
      Left -= Steps;
      return;
    }
    Left = 1024; // the clock costs more than a token
    lookNow();
  }

  /// The arguments of a macro may double at each step, and nothing else is
  /// asked until the parser gets the first token of the expansion.
  void setExpanding(bool Is) { IsExpanding = Is; }
  void allocates(size_t Bytes) {
    if (IsExpanding)
      lookNow(Bytes);
  }

  /// The limit that ended the parse.
  Limit reached() const { return Why; }

private:
  /// `More` bytes are about to be allocated, and half of that is in use.
  void lookNow(size_t More = 0) {
    if (Run.Stopped && Run.Stopped())
      Why = Limit::Stop;
    else if (isTooLong())
      Why = Limit::Time;
    else if (isTooMuch(More + More / 2))
      Why = Limit::Memory;
    else
      return;
    CrashRecoveryContext::GetCurrent()->HandleExit(1);
  }
  bool isTooLong() const {
    std::chrono::duration<double> Taken =
        std::chrono::steady_clock::now() - Start;
    return Run.Timeout > 0 && Taken.count() >= Run.Timeout;
  }
  bool isTooMuch(size_t More) const {
    return Run.MaxMemory && memory() + More > Run.MaxMemory;
  }
  /// Macros need memory too: each expansion has its place in the source.
  size_t memory() const {
    size_t Sum = Context ? Context->getASTAllocatedMemory() +
                               Context->getSideTableAllocatedMemory()
                         : 0;
    if (PP)
      Sum +=
          PP->getTotalMemory() + PP->getSourceManager().getDataStructureSizes();
    return Sum;
  }

  const Session &Run;
  std::chrono::steady_clock::time_point Start;
  const ASTContext *Context = nullptr;
  const Preprocessor *PP = nullptr;
  size_t Left = 0;
  bool IsExpanding = false;
  Limit Why = Limit::None;
};

/// Of the parse on this thread.
thread_local Watch *Watched = nullptr;

/// An argument of a macro is expanded before the parser gets a token of it, and
/// it may have more tokens at each step.
class MacroWatch : public PPCallbacks {
public:
  explicit MacroWatch(Watch &Clock) : Clock(Clock) {}
  void MacroExpands(const Token &, const MacroDefinition &, SourceRange,
                    const MacroArgs *Args) override {
    size_t Steps = 1;
    for (unsigned I = 0; Args && I < Args->getNumMacroArguments(); ++I)
      Steps += MacroArgs::getArgLength(Args->getUnexpArgument(I));
    Clock.look(Steps);
    Clock.setExpanding(true);
  }

private:
  Watch &Clock;
};

class InstantiationWatch : public TemplateInstantiationCallback {
public:
  explicit InstantiationWatch(Watch &Clock) : Clock(Clock) {}
  void initialize(const Sema &) override {}
  void finalize(const Sema &) override {}
  void atTemplateBegin(const Sema &,
                       const Sema::CodeSynthesisContext &) override {
    Clock.look();
  }
  void atTemplateEnd(const Sema &,
                     const Sema::CodeSynthesisContext &) override {}

private:
  Watch &Clock;
};

/// Collects the declarations of the input files and runs the matchers on them
/// alone, when the unit is complete.
class Consumer : public SemaConsumer {
public:
  Consumer(Recorder &Out, Watch &Clock, ReadingLog &Readings)
      : Out(Out), Clock(Clock), Readings(Readings),
        Concerns(makeAstConcerns(Out)) {
    for (auto &C : Concerns)
      C->addTo(Finder);
  }

  void Initialize(ASTContext &Context) override { Clock.setContext(Context); }

  void InitializeSema(Sema &S) override {
    S.TemplateInstCallbacks.push_back(
        std::make_unique<InstantiationWatch>(Clock));
    Parsing = &S;
  }
  void ForgetSema() override { Parsing = nullptr; }

  /// The next token that the parser gets.
  void see(const Token &Tok) {
    Clock.setExpanding(false);
    Clock.look();
    Readings.see(Tok);
    if (Parsing)
      Instantiations.see(Tok, [&] { return Parsing->CurContext; });
  }

  bool HandleTopLevelDecl(DeclGroupRef Group) override {
    for (Decl *D : Group)
      if (Out.inputAt(Out.sourceManager().getExpansionLoc(D->getLocation())))
        Scope.push_back(D);
    return true;
  }

  void HandleTranslationUnit(ASTContext &Context) override {
    PhaseTimer Timer(Phase::Match);
    Context.setTraversalScope(Scope);
    Finder.matchAST(Context);
    Readings.noteDeclarations(Scope);
  }

  // Clang asks for every function; bodies that it needs itself it parses all
  // the same.
  bool shouldSkipFunctionBody(Decl *D) override {
    return !Readings.wantsBody(D->getLocation());
  }

private:
  Recorder &Out;
  Watch &Clock;
  ReadingLog &Readings;
  std::vector<std::unique_ptr<AstConcern>> Concerns;
  ast_matchers::MatchFinder Finder;
  std::vector<Decl *> Scope;
  ExplicitInstantiations Instantiations{Out};
  const Sema *Parsing = nullptr;
};

/// One parse of a unit, and what came of it.
struct Pass {
  explicit Pass(const Session &Run) : Clock(Run) {
    if (Run.Compares)
      Errors.Kept = KeptIfCompared;
  }

  Watch Clock;
  std::vector<std::string> Missing;
  ErrorCollector Errors;
  std::vector<Reading> Readings;
  bool Survived = false;

private:
  /// Each error is a finding there; behind so many nobody reads on.
  static constexpr unsigned KeptIfCompared = 100;
};

class Action : public ASTFrontendAction {
public:
  Action(Recorder &Out, ReadingLog &Readings, Pass &Mine, ReadLog *Log)
      : Out(Out), Readings(Readings), Mine(Mine), Log(Log) {}

  bool BeginInvocation(CompilerInstance &CI) override {
    CI.getFrontendOpts().SkipFunctionBodies = true; // see the consumer
    CI.getDiagnosticOpts().ErrorLimit = 0;
    if (Log)
      Log->IsOn = true;
    return true;
  }
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &CI,
                                                 StringRef) override {
    Out.setSourceManager(CI.getSourceManager());
    Preprocessor &PP = CI.getPreprocessor();
    PP.addPPCallbacks(makePreprocessorEngine(Out, Mine.Missing));
    PP.addPPCallbacks(Readings.callbacks());
    PP.addPPCallbacks(std::make_unique<MacroWatch>(Mine.Clock));
    Mine.Clock.setPreprocessor(PP);
    if (judgesDialect(Out))
      warnOfDialect(CI.getDiagnostics());
    auto Made = std::make_unique<Consumer>(Out, Mine.Clock, Readings);
    PP.setTokenWatcher([&To = *Made](const Token &Tok) { To.see(Tok); });
    return Made;
  }

private:
  Recorder &Out;
  ReadingLog &Readings;
  Pass &Mine;
  ReadLog *Log;
};

} // namespace

/// The unit with all that nvcc includes of the C++ library before it.
static CompileCommand withHeadersOfNvcc(CompileCommand Unit) {
  Unit.Flags.emplace_back("-include");
  Unit.Flags.push_back((SdkIncludeDir + "/__musify_nvcc.h").str());
  return Unit;
}

/// True if the parse may have failed for want of what nvcc includes.
static bool mayWantHeadersOfNvcc(const CompileCommand &Command, const Pass &P,
                                 const Session &Run, ReadLog *Log) {
  if (!isCudaUnit(Command) || !P.Survived || !P.Errors.Count)
    return false;
  // What a missing header declares is asked for in vain, too.
  return (P.Missing.empty() || P.Errors.Names.contains("std")) &&
         Run.Nvcc->haveOneOf(P.Errors.Names, Log);
}

/// The unit without the flags that PyTorch's builder gives, which leave out
/// operators of some types; a project may undo them.
static std::optional<CompileCommand>
withoutTorchFlags(const CompileCommand &Command, const Pass &P) {
  if (!P.Survived || llvm::none_of(torch().TypesOfFlags, [&](StringRef Name) {
        return P.Errors.Names.contains(Name);
      }))
    return std::nullopt;
  CompileCommand Out = Command;
  llvm::erase_if(Out.Flags, [](const std::string &Flag) {
    return llvm::is_contained(torch().CudaFlags, Flag);
  });
  if (!Command.Inferred || Out.Flags.size() == Command.Flags.size())
    return std::nullopt;
  return Out;
}

/// What the unit begins with; takes over what was wrong with that.
static StringRef findPrelude(const CompileCommand &Command, const Session &Run,
                             ReadLog *Log, Pass &Mine,
                             const SdkDeclarations &Sdk) {
  static const UnitPrelude None;
  auto It = Run.UnitPreludes.find(Command.Name);
  const UnitPrelude &Wanted = It == Run.UnitPreludes.end() ? None : It->second;
  if (Wanted.Headers.empty() && !isCudaUnit(Command))
    return "";
  const Prelude *Found = Run.Preludes.find(Command, Wanted, Sdk, Log);
  if (!Found)
    return "";
  if (!Wanted.AreStandard) {
    Mine.Missing = Found->Missing;
    Mine.Errors.add(Found->Errors);
  }
  return Found->Image;
}

static SdkDeclarations declarationsFor(const CompileCommand &Command,
                                       const Session &Run, ReadLog *Log,
                                       Pass &Mine) {
  SdkDeclarations Sdk;
  if (Command.IsMusa) {
    Sdk.Musa = Run.Musa->get();
    // Two sides are compared as one device compiles them, which has the same
    // number on both: what depends on the number is judged by the conditions.
    Sdk.HasCudaArch = Run.Compares;
    Sdk.MusaArch = Run.Compares          ? ParsedCudaArch * 10
                   : Run.Targets.empty() ? 0
                                         : Run.Targets.front()->Macro;
  } else {
    Sdk.CudaPath = Run.CudaPath;
  }
  Sdk.Prelude = findPrelude(Command, Run, Log, Mine, Sdk);
  return Sdk;
}

static void parseOnce(const CompileCommand &Command, const Session &Run,
                      ReadLog *Log, Facts &Known, Pass &Mine) {
  Recorder Out(Run, Command, Known);
  ReadingLog Readings(Out, Run, Command);
  if (judgesDialect(Out))
    Mine.Errors.Watcher = [&](const Diagnostic &Info) {
      noteDialectFixes(Info, Out);
      if (isCudaUnit(Command))
        noteRejected(Info, Out);
    };
  else if (Out.compares() && Out.isMusa())
    Mine.Errors.Watcher = [&](const Diagnostic &Info) {
      noteWrongSide(Info, Out);
    };
  constexpr unsigned StackSize = 64 << 20; // deep templates, deep nesting
  // Where the stack has run out, the handler needs another one.
  std::vector<char> SpareStack(64 << 10);
  CrashRecoveryContext Recovery;
  Mine.Survived = Recovery.RunSafelyOnThread(
      [&] {
        stack_t Spare = {};
        Spare.ss_sp = SpareStack.data();
        Spare.ss_size = SpareStack.size();
        sigaltstack(&Spare, nullptr);
        PhaseTimer Timer(Phase::Parse, Command.Name);
        SdkDeclarations Sdk = declarationsFor(Command, Run, Log, Mine);
        Watched = &Mine.Clock;
        runClang(Command, Sdk,
                 std::make_unique<Action>(Out, Readings, Mine, Log),
                 Mine.Errors, Log, Run.Respelled);
        Watched = nullptr;
      },
      StackSize);
  Watched = nullptr; // if there was no thread to be had
  Mine.Readings = Readings.finish(Mine.Errors.Broken);
  Out.finish(Mine.Survived);
}

void noteAllocation(size_t Bytes) {
  if (Watched)
    Watched->allocates(Bytes);
}

CompileCommand forDevice(CompileCommand Unit) {
  Unit.Flags.push_back(DeviceFlag.str());
  return Unit;
}

/// Why a parse came to no end; nothing if it did.
static Message unfinished(const Pass &P, bool ForDevice) {
  switch (P.Clock.reached()) {
  case Limit::Time:
    return ForDevice ? say(msg::DeviceParseTooLong) : say(msg::ParseTooLong);
  case Limit::Memory:
    return ForDevice ? say(msg::DeviceParseTooLarge) : say(msg::ParseTooLarge);
  case Limit::Stop:
    return say(msg::ParseStopped);
  case Limit::None:
    break;
  }
  if (P.Survived)
    return {};
  return ForDevice ? say(msg::DeviceParseCrashed) : say(msg::ParseCrashed);
}

/// The host's parse reports what is wrong with the code; for the device alone
/// only a header can be missing.
static std::vector<Message> deviceProblems(const Pass &Device) {
  std::vector<Message> Out;
  for (const std::string &Header : Device.Missing)
    Out.push_back(say(msg::HeaderNotFound, Header));
  if (Message Why = unfinished(Device, /*ForDevice=*/true))
    Out.push_back(std::move(Why));
  return Out;
}

static std::vector<Message>
hostProblems(Pass &Host, const CompileCommand &Command, const Session &Run) {
  // MUSA's headers are not declared on the way back, and CUDA's are not in
  // MUSA's code; what follows from that is no news.
  auto IsForeign = [&](StringRef Header) {
    return (Command.IsMusa || Run.names().isReversed()) &&
           Run.names().findHeader(Header) != nullptr;
  };
  if (llvm::any_of(Host.Missing, IsForeign)) {
    llvm::erase_if(Host.Missing, IsForeign);
    Host.Errors.Messages.clear();
    Host.Errors.Count = 0;
  }
  std::vector<Message> Out;
  for (const std::string &Header : Host.Missing)
    Out.push_back(say(msg::HeaderNotFound, Header));
  llvm::append_range(Out, Host.Errors.Messages);
  if (Host.Errors.Count > Host.Errors.Kept)
    Out.push_back(say(msg::MoreErrors, Host.Errors.Count - Host.Errors.Kept));
  if (Message Why = unfinished(Host, /*ForDevice=*/false))
    Out.push_back(std::move(Why));
  return Out;
}

ParseOutcome parseUnit(const CompileCommand &Command, const Session &Run,
                       ReadLog *Log) {
  ParseOutcome Outcome;
  std::deque<Pass> Passes;
  Pass *Best = &Passes.emplace_back(Run);
  parseOnce(Command, Run, Log, Outcome.Known, *Best);
  auto TryAgain = [&](const CompileCommand &Other) {
    Facts Known;
    Pass &Again = Passes.emplace_back(Run);
    parseOnce(Other, Run, Log, Known, Again);
    if (!Again.Survived || Again.Errors.Count >= Best->Errors.Count)
      return;
    Outcome.Known = std::move(Known);
    Best = &Again;
  };
  if (mayWantHeadersOfNvcc(Command, *Best, Run, Log))
    TryAgain(withHeadersOfNvcc(Command));
  if (auto Other = withoutTorchFlags(Command, *Best))
    TryAgain(*Other);
  Outcome.Complete = Best->Survived;
  Outcome.Readings = std::move(Best->Readings);
  Outcome.Problems = llvm::is_contained(Command.Flags, DeviceFlag)
                         ? deviceProblems(*Best)
                         : hostProblems(*Best, Command, Run);
  return Outcome;
}

void isolateCrashes() {
  CrashRecoveryContext::Enable();
  // LLVM's handlers run on the stack that has just run out.
  for (int Signal : {SIGSEGV, SIGBUS}) {
    struct sigaction Handler;
    if (sigaction(Signal, nullptr, &Handler))
      continue;
    Handler.sa_flags |= SA_ONSTACK;
    sigaction(Signal, &Handler, nullptr);
  }
}

} // namespace musify
