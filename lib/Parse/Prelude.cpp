#include "Parse/Prelude.h"
#include "Parse/RunClang.h"
#include "Platform/Platform.h"
#include "Sdk/Archive.h"
#include "Sdk/Embedded.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Serialization/ASTWriter.h"
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

class PrecompileAction : public ASTFrontendAction {
public:
  PrecompileAction(std::shared_ptr<PCHBuffer> Out, ReadLog &Log)
      : Out(std::move(Out)), Log(Log) {}

  bool BeginInvocation(CompilerInstance &CI) override {
    CI.getFrontendOpts().SkipFunctionBodies = true;
    Log.IsOn = true;
    return true;
  }

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &CI,
                                                 StringRef) override {
    return std::make_unique<Generator>(
        CI.getPreprocessor(), CI.getModuleCache(), PreludePath,
        /*isysroot=*/"", Out, CI.getCodeGenOpts(),
        ArrayRef<std::shared_ptr<ModuleFileExtension>>(),
        /*AllowASTWithErrors=*/true, /*IncludeTimestamps=*/false);
  }
  TranslationUnitKind getTranslationUnitKind() override { return TU_Prefix; }
  bool hasASTFileSupport() const override { return false; }

private:
  std::shared_ptr<PCHBuffer> Out;
  ReadLog &Log;
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

Prelude precompilePrelude(ArrayRef<std::string> Flags,
                          ArrayRef<std::string> Headers,
                          IntrusiveRefCntPtr<vfs::FileSystem> Musa) {
  CompileCommand Command;
  Command.File =
      ((Musa ? MusaIncludeDir : SdkIncludeDir) + "/__musify_prelude.h").str();
  SdkDeclarations Sdk;
  Sdk.Musa = std::move(Musa);
  Command.Directory = "/";
  Command.Flags.assign(Flags.begin(), Flags.end());
  for (const std::string &Header : Headers) {
    Command.Flags.emplace_back("-include");
    Command.Flags.push_back(Header);
  }
  Prelude Made;
  auto Out = std::make_shared<PCHBuffer>();
  IgnoringDiagConsumer Silent;
  // A crash must not leave others waiting.
  CrashRecoveryContext Recovery;
  bool Survived = Recovery.RunSafelyOnThread(
      [&] {
        runClang(Command, Sdk,
                 std::make_unique<PrecompileAction>(Out, Made.Read), Silent,
                 &Made.Read);
      },
      /*RequestedStackSize=*/8 << 20);
  if (Survived && Out->IsComplete)
    Made.Image.assign(Out->Data.data(), Out->Data.size());
  return Made;
}

PreludeCache::PreludeCache(StringRef Archive) {
  forEachInArchive(Archive, [&](StringRef Flags, StringRef Image) {
    Slots[Flags].Image = Image;
  });
}

StringRef PreludeCache::find(const CompileCommand &Unit,
                             ArrayRef<std::string> Headers,
                             IntrusiveRefCntPtr<vfs::FileSystem> Musa,
                             ReadLog *Log) {
  std::vector<std::string> Mine =
      Headers.empty() ? languageFlags(Unit) : libraryFlags(Unit);
  std::string Key = llvm::join(Mine, " ") + (Musa ? " MUSA" : "");
  if (!Headers.empty())
    Key += "\n" + llvm::join(Headers, " ");
  Slot *Found;
  {
    std::lock_guard Guard(Lock);
    Found = &Slots[Key];
    if (Found->Image.data())
      return Found->Image;
    if (!std::exchange(Found->Asked, true) && Headers.empty())
      return "";
  }
  std::call_once(Found->Made, [&] {
    Found->Own = precompilePrelude(Mine, Headers, std::move(Musa));
  });
  if (Log) {
    const ReadLog &Read = Found->Own.Read;
    for (const auto &[Path, Hash] : Read.Found)
      Log->noteFound(Path, Hash);
    Log->Missing.insert(Read.Missing.begin(), Read.Missing.end());
  }
  return Found->Own.Image;
}

} // namespace musify
