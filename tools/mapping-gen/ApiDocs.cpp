#include "ApiDocs.h"
#include "Platform/Platform.h"
#include "PtxPage.h"
#include "UnverifiedPage.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <array>

using namespace llvm;

namespace musify {
namespace {

constexpr StringLiteral Folder = "docs/api/";
constexpr StringLiteral Renew = "cmake --build build/release --target api-docs";

/// In the order of the columns.
constexpr Status Statuses[] = {Status::Supported,   Status::Unchanged,
                               Status::Partial,     Status::Unverified,
                               Status::Unsupported, Status::RemovedFromCuda};

struct Counts {
  std::array<unsigned, 6> Of{};
  unsigned All = 0;

  void add(Status S) {
    ++Of[static_cast<size_t>(S)];
    ++All;
  }
  unsigned of(Status S) const { return Of[static_cast<size_t>(S)]; }
};

struct Library {
  Counts Count;
  std::vector<const OwnedEntry *> Entries;
};
using Libraries = std::map<std::string, Library>;

struct TitleRule {
  StringLiteral Library;
  StringLiteral Title;
};
constexpr TitleRule Titles[] = {
    {"compiler", "Compiler and device functions"},
    {"complex", "Complex numbers"},
    {"cpp", "Thrust, CUB, libcu++, cooperative groups"},
    {"cublas", "cuBLAS"},
    {"cublaslt", "cuBLASLt"},
    {"cudnn", "cuDNN"},
    {"cufft", "cuFFT"},
    {"cupti", "CUPTI"},
    {"curand", "cuRAND"},
    {"cusolver", "cuSOLVER"},
    {"cusparse", "cuSPARSE"},
    {"cutlass", "CUTLASS"},
    {"driver", "Driver API"},
    {"half", "fp16, bf16, fp8, fp6, fp4"},
    {"libraries", "Libraries and environment"},
    {"nccl", "NCCL"},
    {"npp", "NPP"},
    {"nvjpeg", "nvJPEG"},
    {"nvml", "NVML"},
    {"nvrtc", "NVRTC, NVVM, nvJitLink"},
    {"nvtx", "NVTX"},
    {"pytorch", "PyTorch"},
    {"runtime", "Runtime API"},
};

StringRef titleOf(StringRef Library) {
  auto *Rule =
      find_if(Titles, [&](const TitleRule &T) { return T.Library == Library; });
  return Rule == std::end(Titles) ? Library : StringRef(Rule->Title);
}

std::string cell(StringRef Text) {
  std::string Escaped;
  for (char C : Text)
    Escaped += C == '|' ? std::string("\\|") : std::string(1, C);
  return Escaped;
}

std::string code(StringRef Name) {
  return Name.empty() ? "" : "`" + cell(Name) + "`";
}

std::string versions(const OwnedEntry &E) {
  std::string Text = E.Cuda.empty() ? "" : "CUDA " + E.Cuda;
  if (!E.Since.empty())
    Text += (Text.empty() ? "MUSA " : ", MUSA ") + E.Since + "-";
  return Text;
}

/// The name on MUSA, which an entry without a rename keeps.
std::string target(const OwnedEntry &E) {
  bool Keeps = E.S == Status::Unchanged && E.To.empty();
  return code(Keeps ? E.From : E.To);
}

/// What a porter must know, the number on MUSA first.
std::string noteOf(const OwnedEntry &E) {
  std::string Text;
  if (!E.Value.empty())
    Text = "number " + E.Value;
  if (!E.Value.empty() && !E.FromValue.empty())
    Text += ", in CUDA " + E.FromValue;
  return Text + (Text.empty() || E.Note.empty() ? "" : "; ") + cell(E.Note);
}

std::string libraryPage(StringRef Name, const Library &L) {
  std::string Text;
  raw_string_ostream OS(Text);
  OS << "# " << titleOf(Name) << "\n\nMade from `mappings/" << Name
     << ".json` by `" << Renew
     << "`. [What the statuses mean](README.md).\n\n"
        "| status | names |\n|---|---:|\n";
  for (Status S : Statuses)
    if (unsigned N = L.Count.of(S))
      OS << "| " << statusName(S) << " | " << N << " |\n";
  OS << "| all | " << L.Count.All
     << " |\n\n| CUDA | MUSA | status | versions | note "
        "|\n|---|---|---|---|---|"
        "\n";
  for (const OwnedEntry *E : L.Entries)
    OS << "| " << code(E->From) << " | " << target(*E) << " | "
       << statusName(E->S) << " | " << versions(*E) << " | " << noteOf(*E)
       << " |\n";
  return Text;
}

void writeCounts(raw_ostream &OS, const Twine &Name, const Counts &C) {
  OS << "| " << Name << " | " << C.All;
  for (Status S : Statuses)
    OS << " | " << C.of(S);
  OS << " |\n";
}

Counts total(const Libraries &All) {
  Counts Sum;
  for (const auto &[Name, L] : All)
    for (const OwnedEntry *E : L.Entries)
      Sum.add(E->S);
  return Sum;
}

std::string indexPage(const Libraries &All) {
  std::string Text;
  raw_string_ostream OS(Text);
  OS << "# Every CUDA name and what becomes of it\n\nMade from the tables in "
        "[`mappings/`](../../mappings/README.md) by `"
     << Renew
     << "`.\nThe evidence of each name is in the tables; `musify query "
        "NAME` shows it.\n\n"
        "| status | meaning |\n|---|---|\n"
        "| supported | the MUSA name has evidence |\n"
        "| unchanged | the name stays as it is |\n"
        "| partial | exists, but differs as the note says |\n"
        "| unverified | a regular renaming without evidence: ported, and "
        "reported ([all of them](unverified.md)) |\n"
        "| unsupported | no counterpart known; the note says more |\n"
        "| removed-from-cuda | gone from CUDA; the note names the successor "
        "|\n\n| library | names";
  for (Status S : Statuses)
    OS << " | " << statusName(S);
  OS << " |\n|---|---:|---:|---:|---:|---:|---:|---:|\n";
  for (const auto &[Name, L] : All)
    writeCounts(OS, "[" + titleOf(Name) + "](" + Name + ".md)", L.Count);
  writeCounts(OS, "all", total(All));
  return Text;
}

/// What stands between the markers of a README.
std::string readmeBlock(const Libraries &All, bool Chinese) {
  static constexpr StringLiteral Shown[] = {"runtime",  "driver", "compiler",
                                            "cublas",   "cudnn",  "cufft",
                                            "cusparse", "nccl"};
  std::string Text;
  raw_string_ostream OS(Text);
  OS << (Chinese ? "| 库 | 名称总数" : "| library | names");
  for (Status S : Statuses)
    OS << " | " << statusName(S);
  OS << " |\n|---|---:|---:|---:|---:|---:|---:|---:|\n";
  for (StringRef Name : Shown)
    if (auto It = All.find(Name.str()); It != All.end())
      writeCounts(OS, "[" + titleOf(Name) + "](docs/api/" + Name + ".md)",
                  It->second.Count);
  writeCounts(
      OS, Chinese ? "[全部](docs/api/README.md)" : "[all](docs/api/README.md)",
      total(All));
  return Text;
}

std::string orDash(std::optional<unsigned> Value) {
  return Value ? std::to_string(*Value) : "—";
}

/// docs/architectures.md
std::string architecturesPage() {
  const TargetPlatform &Target = targetPlatform();
  std::string Text;
  raw_string_ostream OS(Text);
  OS << "# Architectures\n\nWhat musify knows about the architectures of "
     << Target.Name
     << ", from [`targets/musa.json`](../targets/musa.json). A dash: no source "
        "gives the value. [How to add one](architecture.md#platforms).\n\n"
     << "| architecture | `" << Target.Macros.Architecture << "` | products | `"
     << sourcePlatform().Warp.SizeVariable
     << "` | lanes of a mask | threads of a block | shared bytes of a block | "
        "constant bytes | sources "
        "|\n|---|---:|---|---:|---:|---:|---:|---:|---|"
        "\n";
  for (const Architecture &A : Target.Architectures)
    OS << "| `" << A.Name << "` | " << A.Macro << " | "
       << (A.Products.empty() ? "—" : join(A.Products, ", ")) << " | "
       << A.WarpSize << " | " << A.MaskLanes << " | "
       << orDash(A.MaxThreadsPerBlock) << " | " << orDash(A.SharedPerBlock)
       << " | " << orDash(A.ConstantBytes) << " | " << join(A.Sources, "; ")
       << " |\n";
  return Text;
}

std::string read(const Twine &Path) {
  auto Buffer = MemoryBuffer::getFile(Path);
  return Buffer ? (*Buffer)->getBuffer().str() : "";
}

Expected<std::string> withBlock(StringRef Text, StringRef Block,
                                StringRef Path) {
  constexpr StringLiteral Begin = "<!-- counts:begin -->\n";
  constexpr StringLiteral End = "<!-- counts:end -->\n";
  size_t From = Text.find(Begin), To = Text.find(End);
  if (From == StringRef::npos || To == StringRef::npos || To < From)
    return createStringError(
        inconvertibleErrorCode(),
        Path + ": error: the lines `<!-- counts:begin -->` and `<!-- "
               "counts:end -->` are not there");
  return (Text.take_front(From + Begin.size()) + Block + Text.drop_front(To))
      .str();
}

/// Names of files in docs/api that no page has.
std::vector<std::string> strangers(const Pages &Wanted, StringRef Root) {
  std::vector<std::string> Found;
  std::error_code EC;
  for (sys::fs::directory_iterator It(Root + "/" + Folder, EC), End;
       It != End && !EC; It.increment(EC)) {
    std::string Name = (Folder + sys::path::filename(It->path())).str();
    if (!Wanted.count(Name))
      Found.push_back(Name);
  }
  llvm::sort(Found);
  return Found;
}

} // namespace

Expected<Pages> apiDocs(ArrayRef<OwnedEntry> Entries, StringRef Root) {
  Libraries All;
  for (const OwnedEntry &E : Entries) {
    All[E.Library].Count.add(E.S);
    All[E.Library].Entries.push_back(&E);
  }
  Pages Result;
  for (const auto &[Name, L] : All)
    Result[Folder.str() + Name + ".md"] = libraryPage(Name, L);
  Result[Folder.str() + "README.md"] = indexPage(All);
  Result[Folder.str() + "unverified.md"] = unverifiedPage(Entries, titleOf);
  Result["docs/architectures.md"] = architecturesPage();
  Result["docs/ptx.md"] = ptxPage();
  for (StringRef Path : {"README.md", "README.zh-CN.md"}) {
    auto Text = withBlock(read(Root + "/" + Path),
                          readmeBlock(All, Path.contains("zh")), Path);
    if (!Text)
      return Text.takeError();
    Result[Path.str()] = *Text;
  }
  return Result;
}

Error writePages(const Pages &Wanted, StringRef Root) {
  if (std::error_code EC = sys::fs::create_directories(Root + "/" + Folder))
    return createFileError(Root + "/" + Folder, EC);
  for (const auto &[Path, Text] : Wanted) {
    std::string Full = (Root + "/" + Path).str();
    if (read(Full) == Text)
      continue;
    if (Error E = writeToOutput(Full, [&, &Page = Text](raw_ostream &OS) {
          OS << Page;
          return Error::success();
        }))
      return E;
  }
  for (const std::string &Path : strangers(Wanted, Root))
    if (std::error_code EC = sys::fs::remove(Root + "/" + Path))
      return createFileError(Path, EC);
  return Error::success();
}

Error checkPages(const Pages &Wanted, StringRef Root) {
  std::string Faults;
  for (const auto &[Path, Text] : Wanted)
    if (read(Root + "/" + Path) != Text)
      Faults += Path + ": error: does not fit the tables\n";
  for (const std::string &Path : strangers(Wanted, Root))
    Faults += Path + ": error: no table has this page\n";
  if (Faults.empty())
    return Error::success();
  return createStringError(inconvertibleErrorCode(),
                           Faults + "renew the pages with `" + Renew + "`");
}

} // namespace musify
