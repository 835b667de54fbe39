#include "Project/FileList.h"
#include "Project/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {

FileList::FileList(ArrayRef<std::string> Paths) {
  for (const std::string &Path : Paths)
    ByName[sys::path::filename(Path).str()].push_back("/" + Path);
}

bool FileList::has(StringRef Name) const {
  auto It = ByName.find(sys::path::filename(Name).str());
  return It != ByName.end() &&
         llvm::any_of(It->second, [&](const std::string &Path) {
           return endsWithPath(Path, Name);
         });
}

} // namespace musify
