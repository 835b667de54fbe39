// Ignore patterns: the last line is the path, the others are patterns.
#include "Project/Ignore.h"
#include "Fuzz.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/Twine.h"

using namespace musify;

int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  auto [Lines, Path] = textOf(Data, Size).rsplit('\n');
  IgnoreRules Rules;
  for (llvm::StringRef Line : llvm::split(Lines, '\n'))
    Rules.add(Line, "/r", "here");
  (void)Rules.excluder(("/r/" + Path).str(), /*IsFolder=*/false);
  return 0;
}
