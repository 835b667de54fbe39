#include "Rewrite/Prelude.h"
#include "Rewrite/RunClang.h"
#include "Sdk/Archive.h"
#include "Sdk/Embedded.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Serialization/ASTWriter.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace clang;

namespace musify {
namespace {

class PrecompileAction : public ASTFrontendAction {
public:
  explicit PrecompileAction(std::shared_ptr<PCHBuffer> Out)
      : Out(std::move(Out)) {}

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &CI,
                                                 StringRef) override {
    return std::make_unique<PCHGenerator>(
        CI.getPreprocessor(), CI.getModuleCache(), PreludePath,
        /*isysroot=*/"", Out, CI.getCodeGenOpts(),
        ArrayRef<std::shared_ptr<ModuleFileExtension>>(),
        /*AllowASTWithErrors=*/true, /*IncludeTimestamps=*/false);
  }
  TranslationUnitKind getTranslationUnitKind() override { return TU_Prefix; }
  bool hasASTFileSupport() const override { return false; }

private:
  std::shared_ptr<PCHBuffer> Out;
};

} // namespace

std::vector<std::string> languageFlags(ArrayRef<std::string> Flags) {
  static constexpr llvm::StringLiteral Joined[] = {"-D", "-U", "-I", "-F"};
  static constexpr llvm::StringLiteral Separate[] = {
      "-D",      "-U",         "-I",       "-F",       "-isystem",
      "-iquote", "-idirafter", "-include", "-imacros", "-isysroot"};
  std::vector<std::string> Out;
  for (size_t I = 0; I < Flags.size(); ++I) {
    StringRef Flag = Flags[I];
    if (llvm::is_contained(Separate, Flag))
      ++I;
    else if (llvm::none_of(Joined,
                           [&](StringRef J) { return Flag.starts_with(J); }))
      Out.push_back(Flag.str());
  }
  return Out;
}

std::string precompilePrelude(ArrayRef<std::string> LanguageFlags,
                              IntrusiveRefCntPtr<vfs::FileSystem> Musa) {
  CompileCommand Command;
  Command.File =
      ((Musa ? MusaIncludeDir : SdkIncludeDir) + "/__musify_cuda.h").str();
  Command.Directory = "/";
  Command.Flags.assign(LanguageFlags.begin(), LanguageFlags.end());
  auto Out = std::make_shared<PCHBuffer>();
  IgnoringDiagConsumer Silent;
  Declarations Sdk;
  Sdk.Musa = std::move(Musa);
  runClang(Command, Sdk, std::make_unique<PrecompileAction>(Out), Silent);
  return Out->IsComplete ? std::string(Out->Data.data(), Out->Data.size()) : "";
}

PreludeCache::PreludeCache(StringRef Archive) {
  forEachInArchive(Archive, [&](StringRef Flags, StringRef Image) {
    Slots[Flags].Image = Image;
  });
}

StringRef PreludeCache::find(ArrayRef<std::string> Flags,
                             IntrusiveRefCntPtr<vfs::FileSystem> Musa) {
  std::vector<std::string> Key = languageFlags(Flags);
  Slot *Mine;
  {
    std::lock_guard Guard(Lock);
    Mine = &Slots[llvm::join(Key, " ") + (Musa ? " MUSA" : "")];
    if (Mine->Image.data())
      return Mine->Image;
    if (!std::exchange(Mine->Asked, true))
      return "";
  }
  std::call_once(Mine->Made, [&] { Mine->Own = precompilePrelude(Key, Musa); });
  return Mine->Own;
}

} // namespace musify
