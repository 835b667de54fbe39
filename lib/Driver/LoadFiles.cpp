// Reads the inputs and runs the lexer over them, side by side.
#include "Diag/MessageError.h"
#include "Driver/Around.h"
#include "Driver/Stages.h"
#include "Project/Includes.h"
#include "Rewrite/MusaCode.h"
#include "Support/PhaseTimes.h"
#include "llvm/ADT/STLExtras.h"
#include <mutex>

using namespace llvm;

namespace musify {

/// Beyond this size a file is generated data; the lexer alone is used.
static constexpr size_t LargestParsed = 8 << 20;

bool isParsable(const ScannedFile &Scan) {
  return Scan.Text.size() <= LargestParsed && !Scan.Unreadable;
}

namespace {

/// Reads files on several threads and keeps those that failed.
class Reader {
public:
  Reader(const PortRequest &Request, std::vector<SkippedResult> &Failed)
      : Request(Request), Failed(Failed) {}

  std::unique_ptr<MemoryBuffer> read(const InputFile &F) {
    if (const std::string *Text = factAt(Request.Texts, F.Path))
      return MemoryBuffer::getMemBufferCopy(*Text, F.Path);
    // No map of a file that somebody may be saving.
    auto Buffer = Request.Disk->getBufferForFile(
        F.Path, /*FileSize=*/-1, /*RequiresNullTerminator=*/true,
        /*IsVolatile=*/true);
    if (Buffer)
      return std::move(*Buffer);
    if (F.IsAround)
      return nullptr; // as if there were no project around the inputs
    fail(F, systemMessage(Buffer.getError()), true);
    return nullptr;
  }

  /// A script that only its name makes one: a key, an archive.
  std::unique_ptr<MemoryBuffer> readText(const InputFile &F) {
    auto Buffer = read(F);
    if (!Buffer || !Buffer->getBuffer().contains('\0'))
      return Buffer;
    if (!F.IsAround)
      fail(F, say(msg::NulBytes), false);
    return nullptr;
  }

private:
  void fail(const InputFile &F, Message Why, bool IsError) {
    std::lock_guard Guard(Lock);
    Failed.push_back({F.Shown, std::move(Why), IsError});
  }

  const PortRequest &Request;
  std::vector<SkippedResult> &Failed;
  std::mutex Lock;
};

bool namesSource(const ScannedFile &Scan) {
  return llvm::any_of(Scan.Candidates,
                      [](const Candidate &C) { return C.E && C.E->renames(); });
}

void scan(LoadedFile &F, const Table &Names, const Table *Back,
          bool WithComments) {
  StringRef Text = F.Buffer->getBuffer();
  if (!Back) {
    F.Scan = scanFile(Text, Names, WithComments);
    return;
  }
  EitherScan Either =
      scanEither(F.Input->Path, Text, Names, *Back, WithComments);
  F.Scan = std::move(Either.Scan);
  F.SpeaksMusa = Either.SpeaksMusa;
}

} // namespace

std::vector<LoadedFile> loadFiles(const InputSet &Inputs,
                                  const PortRequest &Request,
                                  const Table &Names, const Table *Back,
                                  DefaultThreadPool &Pool,
                                  std::vector<SkippedResult> &Failed) {
  Reader From(Request, Failed);
  auto Load = [&](ArrayRef<const InputFile *> Which) {
    std::vector<LoadedFile> Files(Which.size());
    for (auto [F, Input] : zip(Files, Which)) {
      F.Input = Input;
      Pool.async([&, &F = F] {
        PhaseTimer Timer(Phase::Read);
        F.Buffer = From.read(*F.Input);
        if (F.Buffer)
          scan(F, Names, Back, Request.Edits.Comments);
      });
    }
    Pool.wait();
    llvm::erase_if(Files, [](const LoadedFile &F) { return !F.Buffer; });
    return Files;
  };
  Around Others(Inputs, *Request.Disk);
  std::vector<const InputFile *> Next;
  if (Request.Parse)
    Next = Others.includersOf(Inputs.Files);
  for (const InputFile &F : Inputs.Files)
    Next.push_back(&F);
  std::vector<LoadedFile> Files;
  while (!Next.empty()) {
    auto New = Load(Next);
    Next.clear();
    if (Request.Parse)
      Next = Others.includedBy(New);
    std::move(New.begin(), New.end(), std::back_inserter(Files));
  }
  if (Request.IsMusas)
    for (LoadedFile &F : Files)
      F.SpeaksMusa |= Request.IsMusas(F.Input->Path) || !namesSource(F.Scan);
  llvm::sort(Files, [](const LoadedFile &A, const LoadedFile &B) {
    return A.Input->Path < B.Input->Path;
  });
  return Files;
}

std::vector<LoadedScript> loadScripts(ArrayRef<InputFile> Inputs,
                                      const PortRequest &Request,
                                      const BuildRules &Rules,
                                      DefaultThreadPool &Pool,
                                      std::vector<SkippedResult> &Failed) {
  Reader From(Request, Failed);
  std::vector<LoadedScript> Scripts(Inputs.size());
  for (auto [S, Input] : zip(Scripts, Inputs))
    S.Input = Input;
  for (LoadedScript &S : Scripts)
    Pool.async([&, &S = S] {
      PhaseTimer Timer(Phase::Read);
      S.Buffer = From.readText(S.Input);
      if (!S.Buffer)
        return;
      S.Content = readScript(S.Input.Path, *S.Input.Script,
                             S.Buffer->getBuffer(), Rules);
    });
  Pool.wait();
  llvm::erase_if(Scripts, [](const LoadedScript &S) { return !S.Buffer; });
  return Scripts;
}

std::vector<PortedFile> readPorted(const InputSet &Inputs,
                                   vfs::FileSystem &Disk) {
  std::vector<PortedFile> Out;
  for (const std::string &Path : Inputs.Ported)
    if (auto Buffer = Disk.getBufferForFile(Path)) {
      Out.push_back({Path, {}});
      for (StringRef Include : includedPaths((*Buffer)->getBuffer()))
        Out.back().Includes.push_back(Include.str());
    }
  return Out;
}

} // namespace musify
