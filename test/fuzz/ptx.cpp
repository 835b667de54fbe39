// Inline PTX: the statement, its instructions, the C++ for them.
#include "Fuzz.h"
#include "Ptx/Translate.h"

using namespace musify;

int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  auto Read = readPtx(textOf(Data, Size), {},
                      [](llvm::StringRef Name) { return Name.str(); });
  if (Read && Read->isTranslated())
    require(!Read->summary().empty() || Read->Lines.empty(),
            "a translation has no text");
  return 0;
}
