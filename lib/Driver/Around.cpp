// Which of the project's files outside of the inputs decide about the inputs.
#include "Driver/Around.h"
#include "Parse/IncludeGraph.h"
#include "Project/Includes.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {

Around::Around(const InputSet &Inputs, vfs::FileSystem &Disk) : Disk(Disk) {
  for (const InputFile &F : Inputs.Around)
    Left[sys::path::filename(F.Path)].push_back(&F);
}

void Around::take(const InputFile *&F, std::vector<const InputFile *> &Out) {
  if (F)
    Out.push_back(std::exchange(F, nullptr));
}

std::vector<const InputFile *> Around::includedBy(ArrayRef<LoadedFile> Files) {
  std::vector<const InputFile *> Out;
  for (const LoadedFile &File : Files)
    for (const Candidate &C : File.Scan.Candidates) {
      const auto *Include = C.as<place::Include>();
      if (!Include || Include->IsMacro)
        continue;
      StringRef Tail = tailOfInclude(C.Text);
      auto Named = Left.find(sys::path::filename(Tail));
      if (Named == Left.end())
        continue;
      for (const InputFile *&F : Named->second)
        if (F && endsWithPath(F->Path, Tail))
          take(F, Out);
    }
  return Out;
}

/// Who includes what, by the last part of the path alone.
StringMap<std::vector<const InputFile **>> Around::readIncludes() {
  StringMap<std::vector<const InputFile **>> Out;
  for (auto &Named : Left)
    for (const InputFile *&F : Named.second) {
      if (!F)
        continue;
      auto Buffer = Disk.getBufferForFile(F->Path);
      if (!Buffer)
        continue;
      for (StringRef Path : includedPaths((*Buffer)->getBuffer())) {
        auto &By = Out[sys::path::filename(Path)];
        if (By.empty() || By.back() != &F)
          By.push_back(&F);
      }
    }
  return Out;
}

std::vector<const InputFile *> Around::includersOf(ArrayRef<InputFile> Inputs) {
  std::vector<const InputFile *> Out;
  std::vector<StringRef> Next;
  for (const InputFile &F : Inputs)
    if (F.IsHeader)
      Next.push_back(sys::path::filename(F.Path));
  if (Next.empty() || Left.empty())
    return Out;
  auto By = readIncludes();
  std::vector<const InputFile **> Sources;
  while (!Next.empty()) {
    auto Found = By.find(Next.back());
    Next.pop_back();
    if (Found == By.end())
      continue;
    for (const InputFile **F : Found->second) {
      if (!*F)
        continue;
      if ((*F)->IsHeader) {
        Next.push_back(sys::path::filename((*F)->Path));
        take(*F, Out);
      } else if (!llvm::is_contained(Sources, F)) {
        Sources.push_back(F);
      }
    }
  }
  llvm::sort(Sources, [](const InputFile **A, const InputFile **B) {
    return (*A)->Path < (*B)->Path;
  });
  for (const InputFile **F : ArrayRef(Sources).take_front(MostIncluders))
    take(*F, Out);
  return Out;
}

} // namespace musify
