//===- main.cpp - Precompiles the prelude for the default options ---------===//
//
// prelude-gen OUTPUT: the archive that `PreludeCache` begins with.
//
//===----------------------------------------------------------------------===//
#include "Parse/Prelude.h"
#include "Project/CompileCommand.h"
#include "Sdk/Archive.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace musify;

int main(int Argc, char **Argv) {
  InitLLVM Init(Argc, Argv);
  if (Argc != 2) {
    errs() << "usage: musify-prelude-gen OUTPUT\n";
    return 2;
  }
  std::string Archive;
  for (bool NeedsCxx20 : {false, true}) {
    CompileCommand Unit;
    Unit.Directory = "/";
    Unit.Flags = languageFlags(
        inferCommand("/unit.cu", "/", *vfs::getRealFileSystem(), NeedsCxx20));
    Prelude Made;
    precompilePrelude(Unit, {}, Made);
    if (Made.Image.empty()) {
      errs() << "error: the prelude does not compile\n";
      return 1;
    }
    appendToArchive(Archive, join(Unit.Flags, " "), Made.Image);
  }
  Error E = writeToOutput(Argv[1], [&](raw_ostream &OS) {
    OS << Archive;
    return Error::success();
  });
  if (E) {
    errs() << "error: " << toString(std::move(E)) << '\n';
    return 1;
  }
  return 0;
}
