// Files whose names do not show what they are, taken as inputs by their content
// or by who includes them.
#include "Project/Includes.h"
#include "Project/Inputs.h"
#include "Project/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {

static InputFile inputAt(const UnknownFile &F) {
  InputFile Out;
  Out.Path = F.Path;
  Out.Shown = F.Shown;
  Out.Relative = F.Relative;
  return Out;
}

/// What became an input is neither unknown nor another file.
static void forget(InputSet &Set, const StringSet<> &Taken) {
  auto IsTaken = [&](const auto &F) { return Taken.contains(F.Path); };
  erase_if(Set.Unknown, IsTaken);
  erase_if(Set.Others, IsTaken);
}

std::vector<InputFile>
takeScripts(InputSet &Set, vfs::FileSystem &FS,
            function_ref<bool(ScriptSyntax S, StringRef Text)> IsScript) {
  constexpr uint64_t Largest = 1 << 20; // beyond it, a file is data
  std::vector<InputFile> Out;
  StringSet<> Taken;
  for (const UnknownFile &F : Set.Unknown) {
    StringRef Suffix = sys::path::extension(F.Path);
    bool MayBe = Suffix.empty() || guessedSyntaxOf(F.Path, "");
    auto Status = FS.status(F.Path);
    if (!MayBe || !Status || Status->getSize() > Largest)
      continue;
    auto Buffer = FS.getBufferForFile(F.Path);
    if (!Buffer)
      continue;
    StringRef Text = (*Buffer)->getBuffer();
    auto Syntax = guessedSyntaxOf(F.Path, Text);
    if (!Syntax || !IsScript(*Syntax, Text))
      continue;
    Out.push_back(inputAt(F));
    Out.back().Script = Syntax;
    Taken.insert(F.Path);
  }
  forget(Set, Taken);
  return Out;
}

void takeIncluded(InputSet &Set, vfs::FileSystem &FS) {
  StringMap<std::vector<size_t>> ByName;
  for (const auto &[I, F] : enumerate(Set.Unknown))
    ByName[sys::path::filename(F.Path)].push_back(I);
  std::vector<std::string> Next;
  StringSet<> Taken;
  for (const InputFile &F : Set.Files)
    if (!ByName.empty() && !F.Script)
      Next.push_back(F.Path);
  while (!Next.empty()) {
    auto Buffer = FS.getBufferForFile(Next.back());
    Next.pop_back();
    if (!Buffer)
      continue;
    for (StringRef Path : includedPaths((*Buffer)->getBuffer())) {
      StringRef Tail = tailOfInclude(Path);
      auto Named = ByName.find(sys::path::filename(Tail));
      if (Named == ByName.end())
        continue;
      erase_if(Named->second, [&](size_t I) {
        const UnknownFile &F = Set.Unknown[I];
        if (!endsWithPath(F.Path, Tail))
          return false;
        Next.push_back(F.Path);
        Set.Files.push_back(inputAt(F));
        Set.Files.back().IsHeader = true;
        Taken.insert(F.Path);
        return true;
      });
    }
  }
  sort(Set.Files,
       [](const InputFile &A, const InputFile &B) { return A.Path < B.Path; });
  forget(Set, Taken);
}

} // namespace musify
