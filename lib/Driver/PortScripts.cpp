// Build scripts, and what sources say to the build in their strings.
#include "Driver/Stages.h"
#include "Sdk/Embedded.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"
#include <mutex>

using namespace llvm;

namespace musify {

Expected<BuildRules> builtinBuildRules() {
  std::vector<BuildRule> Loaded;
  Error Faults = Error::success();
  forEachBuiltinBuildRules([&](StringRef Path, StringRef Text) {
    auto Rules = parseBuildRules(Text, Path);
    if (!Rules)
      Faults = joinErrors(std::move(Faults), Rules.takeError());
    else
      llvm::append_range(Loaded, std::move(*Rules));
  });
  if (Faults)
    return std::move(Faults);
  return BuildRules(std::move(Loaded));
}

void takeBuildCode(const PortRequest &Request, const BuildRules &Rules,
                   ProjectFiles &Found) {
  if (!Request.BuildScripts)
    return;
  llvm::append_range(Found.Scripts,
                     takeScripts(Found.Inputs, *Request.Disk,
                                 [&](ScriptSyntax S, StringRef Text) {
                                   CodeSigns Has = Rules.signsIn(S, Text);
                                   return Has.Builds || Has.Runs;
                                 }));
  llvm::sort(Found.Scripts, [](const InputFile &A, const InputFile &B) {
    return A.Path < B.Path;
  });
}

StringMap<std::vector<std::string>>
definitionsOf(ArrayRef<LoadedScript> Scripts) {
  StringMap<std::vector<std::string>> Out;
  for (const LoadedScript &S : Scripts)
    if (auto Flags = unconditionalDefinitions(S.Content); !Flags.empty())
      llvm::append_range(Out[sys::path::parent_path(S.Input.Path)], Flags);
  return Out;
}

static BuildTree treeOf(ArrayRef<LoadedScript> Scripts, const Program &Whole,
                        const InputSet &Sources, const BuildRules &Rules,
                        const Table &Names, const PortOptions &Options) {
  BuildTree Tree;
  Tree.Rename = Options.Rename;
  Tree.KeepSuffix = Options.KeepSuffix;
  Tree.Python = Options.Python;
  Tree.Archs = Options.BuildArchs;
  Tree.ArchsChosen = !Tree.Archs.empty();
  if (!Tree.ArchsChosen)
    Tree.Archs = {targetPlatform().Compiler.DefaultArchitecture};
  for (const std::vector<InputFile> *Some : {&Sources.Files, &Sources.Around})
    for (const InputFile &F : *Some) {
      Tree.Files.insert(sys::path::filename(F.Path));
      if (portedFileName(F.Path, Names.direction()) != F.Path)
        Tree.Sources.push_back(F.Path);
    }
  for (const Entity *E : Whole.entities())
    if (E->F == Fate::Stays && llvm::any_of(E->Where, [](const Occurrence &O) {
          return O.Does == Role::Flag;
        }))
      Tree.KeptMacros.insert(E->Name);
  std::vector<const Script *> All;
  for (const LoadedScript &S : Scripts) {
    Tree.add(S.Content);
    All.push_back(&S.Content);
  }
  Tree.findNvcc(All);
  Tree.findHandingOn(All, Rules);
  return Tree;
}

/// What a source says to the build, as far as it is ours: in its strings, and
/// where CMake puts variables into it.
static std::vector<Finding> portAsScript(const LoadedFile &F,
                                         const BuildRules &Rules,
                                         const BuildTree &Tree,
                                         const Table &Names,
                                         UnverifiedPolicy Unverified) {
  StringRef Text = F.Buffer->getBuffer();
  Script Literals{F.Input->Path, ScriptSyntax::Source, Text,
                  scanLiterals(Text)};
  auto Found = portScript(Literals, Rules, Tree, Names, Unverified);
  if (F.Input->IsTemplate) {
    Script Variables{F.Input->Path, ScriptSyntax::CMake, Text,
                     scanTemplate(Text)};
    llvm::append_range(Found,
                       portScript(Variables, Rules, Tree, Names, Unverified));
  }
  llvm::erase_if(Found, [&](const Finding &Each) {
    return isUntouched(F.Scan, Each.Where.Offset);
  });
  return Found;
}

std::vector<Finding>
portScripts(ArrayRef<LoadedScript> Scripts, ArrayRef<LoadedFile> Files,
            const BuildRules &Rules, const Program &Whole,
            const InputSet &Sources, const Workspace &Project,
            const PortOptions &Options, DefaultThreadPool &Pool) {
  const Table &Names = Project.Names;
  std::vector<Finding> Found;
  std::mutex Lock;
  BuildTree Tree = treeOf(Scripts, Whole, Sources, Rules, Names, Options);
  auto Add = [&](std::vector<Finding> Mine) {
    std::lock_guard Guard(Lock);
    llvm::append_range(Found, std::move(Mine));
  };
  for (const LoadedScript &S : Scripts)
    Pool.async([&, &S = S] {
      Add(portScript(S.Content, Rules, Tree, Names, Options.Unverified));
      if (!Names.isReversed())
        Add(portHeldSources(S, Project, Options));
    });
  for (const LoadedFile &F : Files)
    if (!Names.isReversed() && !F.SpeaksMusa)
      Pool.async([&, &F = F] {
        Add(portAsScript(F, Rules, Tree, Names, Options.Unverified));
      });
  Pool.wait();
  return Found;
}

} // namespace musify
