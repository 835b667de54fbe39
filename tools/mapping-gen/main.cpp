//===- main.cpp - Packs what the binary carries ---------------------------===//
//
//   sources/, targets/, frameworks/ ─ checked (lib/Platform carries them)
//   mappings/build/*.json ─ checked ─ archive of build rules
//   mappings/*.json ─ checked ─┬ table image, and the one for the way back
//                              ├ declarations ┐
//   lib/Sdk/include, Clang's own headers ─────┴ archive
//                              └ --docs: pages to read
//
//===----------------------------------------------------------------------===//
#include "ApiDocs.h"
#include "Build/Rule.h"
#include "Mapping/Load.h"
#include "Mapping/Reverse.h"
#include "Platform/Load.h"
#include "Platform/TextPorter.h"
#include "Ptx/Table.h"
#include "Sdk/Archive.h"
#include "SdkDecls.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace musify;

static cl::opt<std::string> Mappings("mappings", cl::Required);
static cl::opt<std::string> Include("include");
static cl::opt<std::string> ClangHeaders("clang-headers");
static cl::opt<std::string> Generated("generated");
static cl::opt<std::string> ArchivePath("archive");
static cl::opt<std::string> TablePath("table");
static cl::opt<std::string> BackTablePath("back-table");
static cl::opt<std::string>
    Docs("docs", cl::value_desc("root"),
         cl::desc("instead: write the pages of docs/api and the counts in the "
                  "READMEs below this directory"));
static cl::opt<bool>
    CheckDocs("check", cl::desc("with --docs: only report differences"));
static cl::opt<std::string> BuildRulesPath("build-rules");
static cl::opt<std::string> PagesPath("pages");
static cl::opt<std::string> PageRoot("page-root");

/// Headers of Clang for targets and languages that no CUDA host has.
static bool isForeign(StringRef Path) {
  static constexpr StringLiteral Prefixes[] = {
      "arm_",      "altivec", "opencl", "hexagon", "hvx_",   "vecintrin",
      "riscv",     "sifive",  "ppc_",   "hlsl",    "openmp", "andes",
      "loongarch", "lasx",    "lsx",    "wasm",    "s390",   "htm"};
  for (StringRef P : Prefixes)
    if (Path.starts_with(P))
      return true;
  return false;
}

static Error addFolder(std::string &Archive, StringRef Folder, StringRef Under,
                       bool Filter) {
  std::error_code EC;
  std::vector<std::string> Paths;
  for (sys::fs::recursive_directory_iterator It(Folder, EC), End;
       It != End && !EC; It.increment(EC))
    if (sys::fs::is_regular_file(It->path()))
      Paths.push_back(It->path());
  if (EC)
    return createStringError(EC, Folder + ": " + EC.message());
  llvm::sort(Paths);
  for (const std::string &Path : Paths) {
    StringRef Relative = StringRef(Path).drop_front(Folder.size()).ltrim('/');
    if (Filter && isForeign(Relative))
      continue;
    if (Relative == "schema.json")
      continue; // for people and editors
    auto Buffer = MemoryBuffer::getFile(Path);
    if (!Buffer)
      return createStringError(Buffer.getError(), Path);
    appendToArchive(Archive, (Under + Relative).str(), (*Buffer)->getBuffer());
  }
  return Error::success();
}

static Error writeFile(StringRef Path, StringRef Bytes) {
  return writeToOutput(Path, [&](raw_ostream &OS) {
    OS << Bytes;
    return Error::success();
  });
}

static Error addRules(std::string &Archive) {
  std::string Path = Mappings + "/rules/builtin.json";
  auto Buffer = MemoryBuffer::getFile(Path);
  if (!Buffer)
    return createStringError(Buffer.getError(), Path);
  auto Rules = parseRules((*Buffer)->getBuffer(), Path);
  if (!Rules)
    return Rules.takeError();
  appendToArchive(Archive, RulesPath, (*Buffer)->getBuffer());
  return Error::success();
}

/// The rules are packed as they are: only a run that meets a build script reads
/// them.
static Error packBuildRules() {
  std::string Archive;
  if (Error E = addFolder(Archive, Mappings + "/build", "", false))
    return E;
  std::vector<BuildRule> All;
  Error Faults = Error::success();
  forEachInArchive(Archive, [&](StringRef Path, StringRef Text) {
    auto Rules = parseBuildRules(Text, Path);
    if (!Rules)
      Faults = joinErrors(std::move(Faults), Rules.takeError());
    else
      llvm::append_range(All, std::move(*Rules));
  });
  if (Faults)
    return Faults;
  if (Error E = checkBuildRules(All))
    return E;
  return writeFile(BuildRulesPath, Archive);
}

/// The pages of the rules, in each language there is.
static Error packPages() {
  std::string Archive;
  for (StringRef Folder : {"rules/", "zh/rules/"})
    if (sys::fs::is_directory(PageRoot + "/" + Folder))
      if (Error E = addFolder(Archive, (PageRoot + "/" + Folder).str(), Folder,
                              false))
        return E;
  return writeFile(PagesPath, Archive);
}

static Error generate() {
  for (const cl::opt<std::string> *Needed :
       {&Include, &ClangHeaders, &Generated, &ArchivePath, &TablePath,
        &BackTablePath, &PagesPath, &PageRoot})
    if (Needed->empty())
      return createStringError("error: --" + Needed->ArgStr + " is missing");
  auto Entries = loadMappingFolder(Mappings);
  if (!Entries)
    return Entries.takeError();
  std::string Image = packTable(*Entries);
  if (Error E = writeFile(TablePath, Image))
    return E;
  if (Error E = writeFile(BackTablePath, packReversed(Table(Image))))
    return E;
  if (Error E =
          writeSdkDeclarations(Mappings, Include, Generated + "/__musify_gen"))
    return E;
  if (Error E = packBuildRules())
    return E;
  if (Error E = packPages())
    return E;
  std::string Archive;
  if (Error E = addRules(Archive))
    return E;
  if (Error E = addFolder(Archive, Include, "include/", false))
    return E;
  if (Error E = addFolder(Archive, Generated, "include/", false))
    return E;
  if (Error E = addFolder(Archive, ClangHeaders, "clang/include/", true))
    return E;
  return writeFile(ArchivePath, Archive);
}

static Error generateDocs() {
  auto Entries = loadMappingFolder(Mappings);
  if (!Entries)
    return Entries.takeError();
  auto Wanted = apiDocs(*Entries, Docs);
  if (!Wanted)
    return Wanted.takeError();
  return CheckDocs ? checkPages(*Wanted, Docs) : writePages(*Wanted, Docs);
}

int main(int Argc, char **Argv) {
  InitLLVM Init(Argc, Argv);
  cl::ParseCommandLineOptions(Argc, Argv, "packs what musify carries\n");
  // First: all that follows asks for them.
  Error Fault = parsePlatforms(builtinPlatforms()).takeError();
  if (!Fault)
    Fault = parseTextPorter(builtinTextPorter(), "frameworks/torchada.json")
                .takeError();
  if (!Fault)
    Fault = checkPtxTable();
  if (!Fault)
    Fault = Docs.empty() ? generate() : generateDocs();
  if (Error E = std::move(Fault)) {
    errs() << toString(std::move(E)) << '\n';
    return 1;
  }
  return 0;
}
