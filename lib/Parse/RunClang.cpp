#include "Parse/RunClang.h"
#include "Platform/Platform.h"
#include "Sdk/Embedded.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;
using namespace clang;

namespace musify {

namespace {

/// Clang compiles MUSA's code as CUDA; mcc's macros take the place of nvcc's.
void addMusaMacros(std::vector<std::string> &Args,
                   const CompileCommand &Command, const SdkDeclarations &Sdk) {
  llvm::append_range(Args, targetMacroFlags());
  if (!llvm::is_contained(Command.Flags, DeviceFlag))
    return;
  auto Define = [&](const Platform &P, unsigned Number) {
    Args.push_back("-D" + P.Macros.Architecture + "=" + std::to_string(Number));
  };
  Define(targetPlatform(), Sdk.MusaArch);
  if (Sdk.HasCudaArch)
    Define(sourcePlatform(), ParsedCudaArch * 10);
}

/// True if the headers in `Directory` are a real SDK's: they stand below its
/// runtime header, or in a package of one of its libraries.
bool isOfRealSdk(StringRef Directory, StringRef RuntimeHeader) {
  SmallString<256> Beside(Directory), Above;
  sys::path::remove_dots(Beside, /*remove_dot_dot=*/true);
  Above = sys::path::parent_path(Beside);
  // As a header in it would be.
  if (sourcePlatform().SdkPaths.contains((Beside + "/").str()))
    return true;
  sys::path::append(Beside, RuntimeHeader);
  sys::path::append(Above, RuntimeHeader);
  return sys::fs::exists(Beside) || sys::fs::exists(Above);
}

/// The flags of the command, without directories of a real SDK: those go to
/// `Later`, behind the declarations that are used. Two SDKs would mix, and the
/// headers of MUSA's are not for Clang. A header of a real SDK that the command
/// includes first is looked for by its name alone.
std::vector<std::string> withoutRealSdk(const CompileCommand &Command,
                                        StringRef RuntimeHeader,
                                        std::vector<std::string> &Later) {
  auto IsReal = [&](StringRef Directory) {
    SmallString<256> Path(Directory);
    sys::path::make_absolute(Command.Directory, Path);
    return isOfRealSdk(Path, RuntimeHeader);
  };
  std::vector<std::string> Out;
  for (const Flag &F : readFlags(Command.Flags)) {
    bool IsSearched = F.Kind == FlagKind::IncludeDir ||
                      F.Kind == FlagKind::SystemDir ||
                      F.Kind == FlagKind::QuoteDir;
    bool IsIncluded =
        F.Kind == FlagKind::ForcedInclude || F.Kind == FlagKind::ForcedMacros;
    if (IsSearched && !F.Value.empty() && IsReal(F.Value))
      Later.insert(Later.end(), {"-isystem", F.Value.str()});
    else if (IsIncluded && sys::path::has_parent_path(F.Value) &&
             IsReal(sys::path::parent_path(F.Value)))
      Out.insert(Out.end(),
                 {F.Words.front(), sys::path::filename(F.Value).str()});
    else
      llvm::append_range(Out, F.Words);
  }
  return Out;
}

/// The command line of the unit, with our headers or a real SDK's. Clang's own
/// headers come from the binary and go last: Debian's driver would look for
/// them in a place of its own.
std::vector<std::string> commandLine(const CompileCommand &Command,
                                     const SdkDeclarations &Sdk) {
  std::vector<std::string> Args = {
      "clang++", "-fsyntax-only", "-w", "-Wno-error", "-ferror-limit=0",
      "-nobuiltininc", "-Qunused-arguments",
      // A guess at what was meant would give the name a wrong owner.
      "-fno-spell-checking"};
  bool Cuda = isCudaUnit(Command);
  if (Cuda)
    Args.insert(Args.end(),
                {"--cuda-host-only",
                 "--cuda-gpu-arch=sm_" + std::to_string(ParsedCudaArch),
                 "-nocudalib",
                 "-fgpu-rdc"}); // launches from device code are no errors
  // Before what the command includes, as nvcc has it.
  bool Embedded = Sdk.CudaPath.empty(), HasPrelude = !Sdk.Prelude.empty();
  if (HasPrelude)
    Args.insert(Args.end(), {"-Xclang", "-include-pch", "-Xclang",
                             PreludePath.str(), "-Xclang", "-fno-validate-pch",
                             "-Xclang", "-fallow-pch-with-compiler-errors"});
  else if (Embedded && Cuda)
    Args.insert(Args.end(), {"-include", "__musify_cuda.h"});
  else if (Cuda) // Clang's driver includes its own header before it
    Args.insert(Args.end(),
                {"-include", (SdkIncludeDir + "/__musify_macros.h").str()});
  std::vector<std::string> RealSdk;
  if (Sdk.Musa && Cuda)
    addMusaMacros(Args, Command, Sdk);
  llvm::append_range(Args,
                     withoutRealSdk(Command,
                                    Sdk.Musa ? targetPlatform().RuntimeHeader
                                             : sourcePlatform().RuntimeHeader,
                                    RealSdk));
  if (Embedded) {
    if (Cuda)
      Args.insert(Args.end(), {"-nocudainc", "--cuda-path=/nonexistent"});
    Args.insert(Args.end(), {"-isystem", Sdk.Musa ? MusaIncludeDir.str()
                                                  : SdkIncludeDir.str()});
  } else {
    if (Cuda)
      Args.insert(Args.end(), {"--cuda-path=" + Sdk.CudaPath, "-isystem",
                               (ClangIncludeDir + "/cuda_wrappers").str()});
    if (Cuda && HasPrelude)
      Args.emplace_back("-nocudainc"); // it is in the prelude
    Args.insert(Args.end(), {"-isystem", Sdk.CudaPath + "/include"});
    Args.insert(Args.end(), {"-isystem", Sdk.CudaPath + "/include/cccl"});
  }
  llvm::append_range(Args, RealSdk);
  Args.insert(Args.end(), {"-Xclang", "-internal-isystem", "-Xclang",
                           ClangIncludeDir.str()});
  Args.push_back(Command.File);
  return Args;
}

/// A file whose bytes are noted as Clang gets them: on the disk there may be
/// others by the time that the facts are kept.
class LoggedFile : public vfs::File {
public:
  LoggedFile(std::unique_ptr<vfs::File> Real, std::string Path, ReadLog &Log)
      : Real(std::move(Real)), Path(std::move(Path)), Log(Log) {}

  ErrorOr<vfs::Status> status() override { return Real->status(); }
  ErrorOr<std::string> getName() override { return Real->getName(); }
  ErrorOr<std::unique_ptr<MemoryBuffer>> getBuffer(const Twine &Name,
                                                   int64_t FileSize,
                                                   bool RequiresNullTerminator,
                                                   bool IsVolatile) override {
    auto Out =
        Real->getBuffer(Name, FileSize, RequiresNullTerminator, IsVolatile);
    if (Out)
      Log.noteFound(Path, xxh3_64bits((*Out)->getBuffer()));
    return Out;
  }
  std::error_code close() override { return Real->close(); }

private:
  std::unique_ptr<vfs::File> Real;
  std::string Path;
  ReadLog &Log;
};

class LoggingFileSystem : public vfs::ProxyFileSystem {
public:
  LoggingFileSystem(IntrusiveRefCntPtr<vfs::FileSystem> FS, ReadLog &Log)
      : ProxyFileSystem(std::move(FS)), Log(Log) {}

  ErrorOr<vfs::Status> status(const Twine &Path) override {
    auto Out = ProxyFileSystem::status(Path);
    // That a folder is there is told by the files found in it.
    if (!Out || !Out->isDirectory())
      note(Path, !Out.getError());
    return Out;
  }
  bool exists(const Twine &Path) override { return !status(Path).getError(); }
  ErrorOr<std::unique_ptr<vfs::File>>
  openFileForRead(const Twine &Path) override {
    auto Out = ProxyFileSystem::openFileForRead(Path);
    std::string Full = note(Path, !Out.getError());
    if (!Out || Full.empty())
      return Out;
    return std::make_unique<LoggedFile>(std::move(*Out), std::move(Full), Log);
  }

private:
  /// Returns the whole path, or nothing if it does not count.
  std::string note(const Twine &Path, bool IsThere) {
    SmallString<256> Full;
    Path.toVector(Full);
    if (!Log.IsOn || makeAbsolute(Full) || Full.starts_with(EmbeddedRoot))
      return "";
    if (IsThere)
      Log.noteFound(std::string(Full));
    else
      Log.Missing.insert(std::string(Full));
    return std::string(Full);
  }

  ReadLog &Log;
};

} // namespace

IntrusiveRefCntPtr<vfs::FileSystem> textAsFile(const CompileCommand &Command) {
  auto Memory = makeIntrusiveRefCnt<vfs::InMemoryFileSystem>();
  Memory->addFile(Command.File, 0,
                  MemoryBuffer::getMemBuffer(*Command.Text, Command.File));
  return Memory;
}

void runClang(const CompileCommand &Command, const SdkDeclarations &Sdk,
              std::unique_ptr<FrontendAction> Action,
              DiagnosticConsumer &Diagnostics, ReadLog *Log,
              const RespelledFiles &Respelled) {
  auto FS = createFileSystem(Sdk.Prelude, Sdk.Musa);
  if (Command.Text) {
    auto Overlay = makeIntrusiveRefCnt<vfs::OverlayFileSystem>(FS);
    Overlay->pushOverlay(textAsFile(Command));
    FS = std::move(Overlay);
  }
  if (Log)
    FS = makeIntrusiveRefCnt<LoggingFileSystem>(std::move(FS), *Log);
  FS = withRespelled(std::move(FS), Respelled);
  FS->setCurrentWorkingDirectory(Command.Directory);
  auto Files = makeIntrusiveRefCnt<FileManager>(FileSystemOptions(), FS);
  tooling::ToolInvocation Invocation(commandLine(Command, Sdk),
                                     std::move(Action), Files.get());
  Invocation.setDiagnosticConsumer(&Diagnostics);
  Invocation.run();
}

} // namespace musify
