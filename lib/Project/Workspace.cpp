#include "Project/Workspace.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {

Workspace::Workspace(const Table &Names, const InputSet &Inputs,
                     vfs::FileSystem &Disk)
    : Names(Names), Inputs(Inputs), Disk(Disk) {
  for (const InputFile &F : Inputs.Files)
    ByFileName[sys::path::filename(F.Path)].push_back(&F);
  for (const InputFile &F : Inputs.Around)
    ByFileName[sys::path::filename(F.Path)].push_back(&F);
}

std::string Workspace::fileAt(StringRef Path) const {
  auto Status = Disk.status(Path);
  SmallString<256> Real;
  if (!Status || !Status->isRegularFile() || Disk.getRealPath(Path, Real))
    return "";
  return std::string(Real);
}

} // namespace musify
