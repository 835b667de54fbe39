// Files that hold CUDA and are left out, and why: none is left out silently.
#include "Beside/Devices.h"
#include "Driver/Stages.h"
#include "Platform/Platform.h"
#include "Project/FileList.h"
#include "Project/FileNames.h"
#include "Scan/CudaNames.h"
#include "Scan/Torch.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include <array>

using namespace llvm;

namespace musify {
namespace {

/// Larger files of other kinds are data.
constexpr size_t LargestRead = 1 << 20;

/// True where one of CUDA's libraries is named between the two texts: `-lcuda`,
/// `cublas.lib`, `cudart`. A device is called `cuda` too.
bool isLibrary(StringRef Before, StringRef Word, StringRef After,
               const Table &Names) {
  bool IsFlag = Before.ends_with("-") && Word.consume_front("l");
  auto E = Names.find(Space::String, ("lib" + Word).str());
  if (!E || E->K != Kind::Library || !E->renames())
    return false;
  return IsFlag || !Names.find(Space::String, Word) ||
         any_of(std::array{".lib", ".so", ".dll"},
                [&](StringRef Suffix) { return After.starts_with(Suffix); });
}

/// True for a name that nothing but CUDA has.
bool isCudaName(StringRef Word, const Table &Names) {
  if (is_contained(sourcePlatform().DeviceWords, Word) ||
      Word == sourcePlatform().Compiler.Name)
    return !Names.isReversed();
  if (auto E = Names.find(Space::String, Word); E && E->K == Kind::EnvVar)
    return E->renames();
  if (Word.size() < 5 || !looksLikeSource(Names.direction(), Word))
    return false;
  auto E = Names.findName(Word);
  return E && E->K != Kind::Namespace && !isTorchEntry(E);
}

/// The first such name in the text; empty if there is none.
StringRef firstCudaName(StringRef All, const Table &Names) {
  StringRef Text = All;
  auto IsPart = [](char C) { return isAlnum(C) || C == '_'; };
  while (!Text.empty()) {
    Text = Text.drop_until(IsPart);
    StringRef Word = Text.take_while(IsPart);
    StringRef Before = All.drop_back(Text.size());
    Text = Text.drop_front(Word.size());
    if (isCudaName(Word, Names) || isLibrary(Before, Word, Text, Names))
      return Word;
    StringRef File = All.substr(Before.size(), Word.size() + 2);
    if (Text.starts_with(".h") && Names.find(Space::Header, File))
      return File;
  }
  return "";
}

/// The first path in the text that is one of the files, or pattern of their
/// suffix, `*.cu`; empty if there is none.
StringRef firstOf(const FileList &Files, StringRef Text) {
  auto IsPart = [](char C) {
    return isAlnum(C) || StringRef("_-+./*").contains(C);
  };
  while (!Text.empty()) {
    Text = Text.drop_until(IsPart);
    StringRef Word = Text.take_while(IsPart);
    Text = Text.drop_front(Word.size());
    if (Word.ends_with(("*" + sourcePlatform().SourceSuffix)))
      return Word;
    StringRef Path = Word.ltrim("./*").rtrim("./*");
    if (!Path.empty() && Files.has(Path))
      return Path;
  }
  return "";
}

/// What a file of an unknown kind has to do with the port; no message: nothing.
Message whyTold(StringRef Path, const Table &Names, const FileList *Renamed,
                vfs::FileSystem &Disk) {
  auto Status = Disk.status(Path);
  if (!Status || Status->getSize() > LargestRead)
    return {};
  auto Buffer = Disk.getBufferForFile(Path);
  if (!Buffer || (*Buffer)->getBuffer().contains('\0'))
    return {};
  StringRef Text = (*Buffer)->getBuffer();
  bool IsData = isDocumentName(Path);
  if (IsData && Text.contains("musify"))
    return {}; // its own report
  if (StringRef Name = IsData ? "" : firstCudaName(Text, Names); !Name.empty())
    return say(msg::UnknownKind, Name);
  StringRef Named = Renamed ? firstOf(*Renamed, Text) : StringRef();
  if (Named.empty())
    return {};
  size_t Line = 1 + Text.take_front(Named.data() - Text.data()).count('\n');
  return say(msg::NamesRenamed, Named, Line,
             portedFileName(Named, Names.direction()));
}

} // namespace

std::vector<SkippedResult> unportedFiles(const InputSet &Inputs,
                                         const Table &Names, bool Renames,
                                         vfs::FileSystem &Disk,
                                         DefaultThreadPool &Pool) {
  std::vector<std::string> Renamed;
  for (const InputFile &F : Inputs.Files)
    if (Renames && portedFileName(F.Path, Names.direction()) != F.Path)
      Renamed.push_back(F.Path);
  FileList Files(Renamed);
  std::vector<Message> Found(Inputs.Unknown.size());
  for (const auto &[F, Why] : zip(Inputs.Unknown, Found))
    Pool.async([&, &F = F, &Why = Why] {
      Why = whyTold(F.Path, Names, Renamed.empty() ? nullptr : &Files, Disk);
    });
  Pool.wait();
  std::vector<SkippedResult> Out;
  for (auto [F, Why] : zip(Inputs.Unknown, Found))
    if (Why)
      Out.push_back({F.Shown, std::move(Why), /*IsError=*/false,
                     /*IsTold=*/true});
  return Out;
}

std::vector<SkippedResult> listedDevices(const InputSet &Inputs,
                                         vfs::FileSystem &Disk) {
  std::vector<SkippedResult> Out;
  for (const UnknownFile &F : Inputs.Pages) {
    auto Status = Disk.status(F.Path);
    if (!Status || Status->getSize() > LargestRead)
      continue;
    auto Buffer = Disk.getBufferForFile(F.Path);
    if (!Buffer)
      continue;
    StringRef Text = (*Buffer)->getBuffer();
    for (TextRange R : cudaItems(Text, /*IsProse=*/true))
      Out.push_back(
          {F.Shown,
           say(msg::DocumentDevices, 1 + Text.take_front(R.Begin).count('\n'),
               Text.slice(R.Begin, R.End)),
           /*IsError=*/false, /*IsTold=*/true});
  }
  return Out;
}

void noteHandWritten(const PortRequest &Request, InputSet &Inputs) {
  StringSet<> Sources;
  for (const InputFile &F : Inputs.Files)
    Sources.insert(F.Shown);
  for (SkippedPath &S : Inputs.Skipped) {
    std::string Source = portedFileName(S.Path, Direction::MusaToCuda);
    if (S.Reason.Id != msg::IsMusaAlready || !Sources.contains(Source) ||
        (!Request.OutputPath.empty() &&
         Request.Disk->exists(Request.OutputPath + "/.musify")))
      continue;
    S.Reason = say(msg::MusaBeside, Source);
    S.IsTold = true;
  }
}

} // namespace musify
