#include "Project/NearestCommand.h"
#include "Project/FileNames.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {

static std::string keyOf(StringRef Directory, StringRef Language) {
  return (Language + ":" + Directory).str();
}

void NearestCommands::add(const CompileCommand &C) {
  StringRef Language = languageOf(C);
  for (StringRef At = sys::path::parent_path(C.File); !At.empty();
       At = sys::path::parent_path(At)) {
    const CompileCommand *&Known = First[keyOf(At, Language)];
    if (!Known || C.File < Known->File)
      Known = &C;
  }
}

const CompileCommand *NearestCommands::at(StringRef Directory,
                                          StringRef Language) const {
  return First.lookup(keyOf(Directory, Language));
}

const CompileCommand *NearestCommands::find(StringRef File) const {
  const FileType *Type = fileTypeOf(File);
  SmallVector<StringRef, 2> Languages = {"cuda", "c++"};
  if (Type && !Type->IsHeader)
    Languages = {Type->Language};
  for (StringRef At = sys::path::parent_path(File); !At.empty();
       At = sys::path::parent_path(At))
    for (StringRef Language : Languages)
      if (const CompileCommand *C = at(At, Language))
        return C;
  return nullptr;
}

CompileCommand withFlagsOf(const CompileCommand &Near, CompileCommand Guess) {
  std::vector<std::string> Flags = languageFlags(Guess.Flags);
  for (const Flag &F : readFlags(Near.Flags))
    if (F.Kind != FlagKind::Language)
      llvm::append_range(Flags, F.Words);
  llvm::append_range(Flags, includeDirFlags(Guess.Flags));
  Guess.Flags = std::move(Flags);
  Guess.Directory = Near.Directory; // of relative directories
  return Guess;
}

} // namespace musify
