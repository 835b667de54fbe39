#include "Parse/Prelude.h"
#include "Parse/RunClang.h"
#include "Platform/Platform.h"
#include "Sdk/Archive.h"
#include "Sdk/Embedded.h"
#include "Support/PhaseTimes.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Serialization/ASTWriter.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CrashRecoveryContext.h"

using namespace llvm;
using namespace clang;

namespace musify {
namespace {

/// Bodies are of no use to a unit, and most of the library's headers.
class Generator : public PCHGenerator {
public:
  using PCHGenerator::PCHGenerator;
  bool shouldSkipFunctionBody(Decl *) override { return true; }
};

/// Goes on without a header that is missing.
class MissingHeaders : public PPCallbacks {
public:
  explicit MissingHeaders(std::vector<std::string> &Out) : Out(Out) {}
  bool FileNotFound(StringRef Name) override {
    if (!llvm::is_contained(Out, Name))
      Out.push_back(Name.str());
    return true;
  }

private:
  std::vector<std::string> &Out;
};

class PrecompileAction : public ASTFrontendAction {
public:
  PrecompileAction(std::shared_ptr<PCHBuffer> Out, Prelude &About)
      : Out(std::move(Out)), About(About) {}

  bool BeginInvocation(CompilerInstance &CI) override {
    CI.getFrontendOpts().SkipFunctionBodies = true;
    CI.getDiagnosticOpts().ErrorLimit = 0;
    About.Read.IsOn = true;
    return true;
  }

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &CI,
                                                 StringRef) override {
    CI.getPreprocessor().addPPCallbacks(
        std::make_unique<MissingHeaders>(About.Missing));
    return std::make_unique<Generator>(
        CI.getPreprocessor(), CI.getModuleCache(), PreludePath,
        /*isysroot=*/"", Out, CI.getCodeGenOpts(),
        ArrayRef<std::shared_ptr<ModuleFileExtension>>(),
        /*AllowASTWithErrors=*/true, /*IncludeTimestamps=*/false);
  }
  void EndSourceFileAction() override {
    for (const auto &Id :
         getCompilerInstance().getPreprocessor().getIdentifierTable())
      About.Identifiers.insert(Id.getKey());
  }
  TranslationUnitKind getTranslationUnitKind() override { return TU_Prefix; }
  bool hasASTFileSupport() const override { return false; }

private:
  std::shared_ptr<PCHBuffer> Out;
  Prelude &About;
};

} // namespace

std::vector<std::string> languageFlags(const CompileCommand &Unit) {
  std::vector<std::string> Out;
  if (!languageFlag(Unit.Flags)) // the extension has said it
    Out = {"-x", isCudaUnit(Unit) ? sourcePlatform().Compiler.Language : "c++"};
  llvm::append_range(Out, languageFlags(ArrayRef(Unit.Flags)));
  return Out;
}

std::vector<std::string> libraryFlags(const CompileCommand &Unit) {
  std::vector<std::string> Out = languageFlags(Unit);
  for (std::string &Macro : macroFlags(Unit.Flags))
    if (StringRef(Macro).drop_front(2).starts_with("_"))
      Out.push_back(std::move(Macro));
  return Out;
}

void precompilePrelude(CompileCommand Unit, ArrayRef<std::string> Headers,
                       Prelude &Out, const SdkDeclarations &Sdk) {
  Unit.File =
      ((Sdk.Musa ? MusaIncludeDir : SdkIncludeDir) + "/__musify_prelude.h")
          .str();
  Unit.Text.reset();
  for (const std::string &Header : Headers) {
    Unit.Flags.emplace_back("-include");
    Unit.Flags.push_back(Header);
  }
  auto Made = std::make_shared<PCHBuffer>();
  constexpr unsigned StackSize = 64 << 20; // as for a unit
  // A crash must not leave others waiting.
  CrashRecoveryContext Recovery;
  bool Survived = Recovery.RunSafelyOnThread(
      [&] {
        PhaseTimer Timer(Phase::Precompile);
        runClang(Unit, Sdk, std::make_unique<PrecompileAction>(Made, Out),
                 Out.Errors, &Out.Read);
      },
      StackSize);
  if (Survived && Made->IsComplete)
    Out.Bytes.assign(Made->Data.data(), Made->Data.size());
  Out.Image = Out.Bytes;
}

PreludeCache::PreludeCache(StringRef Archive) {
  forEachInArchive(Archive, [&](StringRef Flags, StringRef Image) {
    Slots[Flags].Own.Image = Image;
    Slots[Flags].OfArchive = true;
  });
}

/// The unit as what it wants reads it. Of a real SDK's headers nobody knows
/// which macros they ask for.
static CompileCommand readerOf(const CompileCommand &Unit,
                               const UnitPrelude &Wanted, bool IsRealSdk) {
  CompileCommand Out;
  Out.Directory = Wanted.AreStandard ? "/" : Unit.Directory;
  Out.IsMusa = Unit.IsMusa;
  Out.Flags = Wanted.Headers.empty() ? languageFlags(Unit) : libraryFlags(Unit);
  if (IsRealSdk) {
    Out.Flags = languageFlags(Unit);
    llvm::append_range(Out.Flags, macroFlags(Unit.Flags));
  }
  if (!Wanted.AreStandard) {
    Out.Flags = {"-x", languageOf(Unit).str()};
    llvm::append_range(Out.Flags, Unit.Flags);
  }
  return Out;
}

const Prelude *PreludeCache::find(const CompileCommand &Unit,
                                  const UnitPrelude &Wanted,
                                  const SdkDeclarations &Sdk, ReadLog *Log) {
  CompileCommand Reader = readerOf(Unit, Wanted, !Sdk.CudaPath.empty());
  std::string Key = llvm::join(Reader.Flags, " ") + (Sdk.Musa ? " MUSA" : "");
  if (!Sdk.CudaPath.empty())
    Key += "\n" + Sdk.CudaPath;
  if (!Wanted.Headers.empty())
    Key += "\n" + llvm::join(Wanted.Headers, " ");
  if (!Wanted.AreStandard)
    Key += "\n" + Reader.Directory;
  Slot *Found;
  {
    std::lock_guard Guard(Lock);
    Found = &Slots[Key];
    if (Found->OfArchive)
      return &Found->Own;
    if (!std::exchange(Found->Asked, true) && Wanted.Headers.empty())
      return nullptr;
  }
  std::call_once(Found->Made, [&] {
    Reader.Name = Key;
    if (Recall && Recall(Reader, Found->Own))
      return;
    precompilePrelude(Reader, Wanted.Headers, Found->Own, Sdk);
    if (Keep)
      Keep(Reader, Found->Own);
  });
  const Prelude &Own = Found->Own;
  if (Log)
    Log->add(Own.Read);
  bool IsTouched = llvm::any_of(Wanted.MacrosBefore, [&](StringRef Macro) {
    return Own.Identifiers.contains(Macro);
  });
  return IsTouched ? nullptr : &Own;
}

} // namespace musify
