#include "Project/Workspace.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {

Workspace::Workspace(const Table &Names, const InputSet &Inputs)
    : Names(Names), Inputs(Inputs) {
  for (const InputFile &F : Inputs.Files)
    ByFileName[sys::path::filename(F.Path)].push_back(&F);
}

bool endsWithPath(StringRef Path, StringRef Tail) {
  return Path.ends_with(Tail) && (Path.size() == Tail.size() ||
                                  Path[Path.size() - Tail.size() - 1] == '/');
}

} // namespace musify
