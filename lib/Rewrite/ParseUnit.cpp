#include "Rewrite/ParseUnit.h"
#include "Rewrite/AstEngine.h"
#include "Rewrite/PreprocessorEngine.h"
#include "Rewrite/Recorder.h"
#include "Rewrite/RunClang.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/AST/ASTContext.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/Support/CrashRecoveryContext.h"

using namespace llvm;
using namespace clang;

namespace musify {
namespace {

/// Collects the declarations of the input files and runs the matchers on them
/// alone, when the unit is complete.
class Consumer : public ASTConsumer {
public:
  explicit Consumer(Recorder &Out) : Out(Out), Concerns(makeAstConcerns(Out)) {
    for (auto &C : Concerns)
      C->addTo(Finder);
  }

  bool HandleTopLevelDecl(DeclGroupRef Group) override {
    for (Decl *D : Group)
      if (Out.inputAt(Out.sourceManager().getExpansionLoc(D->getLocation())))
        Scope.push_back(D);
    return true;
  }

  void HandleTranslationUnit(ASTContext &Context) override {
    Context.setTraversalScope(Scope);
    Finder.matchAST(Context);
  }

  // Clang asks for every function; bodies that it needs itself it parses all
  // the same.
  bool shouldSkipFunctionBody(Decl *D) override {
    return !Out.inputAt(Out.sourceManager().getExpansionLoc(D->getLocation()));
  }

private:
  Recorder &Out;
  std::vector<std::unique_ptr<AstConcern>> Concerns;
  ast_matchers::MatchFinder Finder;
  std::vector<Decl *> Scope;
};

/// Keeps the first errors for the report and counts the rest.
class ErrorCollector : public DiagnosticConsumer {
public:
  void HandleDiagnostic(DiagnosticsEngine::Level Level,
                        const Diagnostic &Info) override {
    if (Level < DiagnosticsEngine::Error)
      return;
    if (++Count > Kept)
      return;
    SmallString<128> Text;
    Info.FormatDiagnostic(Text);
    Messages.push_back((place(Info) + Text).str());
  }

  static constexpr unsigned Kept = 3;
  unsigned Count = 0;
  std::vector<std::string> Messages;

private:
  std::string place(const Diagnostic &Info) const {
    if (!Info.hasSourceManager() || Info.getLocation().isInvalid())
      return "";
    PresumedLoc At = Info.getSourceManager().getPresumedLoc(Info.getLocation());
    if (At.isInvalid())
      return "";
    return (Twine(At.getFilename()) + ":" + Twine(At.getLine()) + ":" +
            Twine(At.getColumn()) + ": ")
        .str();
  }
};

class Action : public ASTFrontendAction {
public:
  Action(Recorder &Out, std::vector<std::string> &Missing)
      : Out(Out), Missing(Missing) {}

  bool BeginInvocation(CompilerInstance &CI) override {
    CI.getFrontendOpts().SkipFunctionBodies = true; // see the consumer
    CI.getDiagnosticOpts().ErrorLimit = 0;
    return true;
  }
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &CI,
                                                 StringRef) override {
    Out.setSourceManager(CI.getSourceManager());
    CI.getPreprocessor().addPPCallbacks(makePreprocessorEngine(Out, Missing));
    return std::make_unique<Consumer>(Out);
  }

private:
  Recorder &Out;
  std::vector<std::string> &Missing;
};

} // namespace

ParseOutcome parseUnit(const CompileCommand &Command, const Session &Run) {
  ParseOutcome Outcome;
  Recorder Out(Run, Command.File, Outcome.Known);
  std::vector<std::string> Missing;
  ErrorCollector Errors;

  constexpr unsigned StackSize = 64 << 20; // deep templates, deep nesting
  CrashRecoveryContext Recovery;
  bool Survived = Recovery.RunSafelyOnThread(
      [&] {
        Declarations Sdk{Run.CudaPath, {}};
        if (Run.CudaPath.empty() && isCudaUnit(Command))
          Sdk.Prelude = Run.Preludes.find(Command.Flags);
        runClang(Command, Sdk, std::make_unique<Action>(Out, Missing), Errors);
      },
      StackSize);
  Out.finish();

  // MUSA's headers are not declared here; what follows from that is no news.
  if (Run.Names.isReversed() && llvm::any_of(Missing, [&](StringRef Header) {
        return Run.Names.findHeader(Header).has_value();
      })) {
    llvm::erase_if(Missing, [&](StringRef Header) {
      return Run.Names.findHeader(Header).has_value();
    });
    Errors.Messages.clear();
    Errors.Count = 0;
  }
  for (const std::string &Header : Missing)
    Outcome.Problems.push_back("header `" + Header + "` not found");
  for (const std::string &Message : Errors.Messages)
    Outcome.Problems.push_back(Message);
  if (Errors.Count > ErrorCollector::Kept)
    Outcome.Problems.push_back(
        "and " + std::to_string(Errors.Count - ErrorCollector::Kept) +
        " more errors");
  if (!Survived)
    Outcome.Problems.push_back("the parser crashed; the lexer did the rest");
  Outcome.Clean = Survived && Outcome.Problems.empty();
  return Outcome;
}

} // namespace musify
