#include "Parse/Session.h"
#include "Parse/RunClang.h"
#include "llvm/Support/FileSystem.h"

using namespace llvm;

namespace musify {

Session::Session(const Workspace &Project, std::string CudaPath,
                 PreludeCache &Preludes, ArrayRef<const Architecture *> Targets)
    : Project(Project), CudaPath(std::move(CudaPath)), Preludes(Preludes),
      Musa(std::make_shared<MusaHeaders>(Project.Names)), Targets(Targets) {
  for (const InputFile &F : Project.Inputs.Files)
    addFile(F);
}

void Session::addFile(const InputFile &File) {
  sys::fs::UniqueID Id;
  if (!sys::fs::getUniqueID(File.Path, Id))
    ById[Id] = &File;
}

void Session::addText(const TextUnit &T) {
  if (auto Status = textAsFile(*T.Unit)->status(T.File->Path))
    ById[Status->getUniqueID()] = T.File;
}

void Session::respell(StringRef Path, std::string Text) {
  sys::fs::UniqueID Id;
  if (!sys::fs::getUniqueID(Path, Id))
    Respelled[Id] = std::move(Text);
}

Session sessionOfTexts(const Session &Run, ArrayRef<TextUnit> Texts) {
  Session Out = Run;
  Out.ById.clear();
  for (const TextUnit &T : Texts)
    Out.addText(T);
  return Out;
}

} // namespace musify
