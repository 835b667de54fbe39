// The baseline of lint.
#include "Lint/Baseline.h"
#include "Fuzz.h"

using namespace musify;

int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  auto Read = parseBaseline(textOf(Data, Size), "base.json");
  if (!Read) {
    llvm::consumeError(Read.takeError());
    return 0;
  }
  std::string Text = formatBaseline(*Read);
  auto Again = parseBaseline(Text, "base.json");
  require(bool(Again), "a baseline cannot be read back");
  require(formatBaseline(*Again) == Text, "a baseline changes when it is read");
  return 0;
}
