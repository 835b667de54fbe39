// The ledger of a ported tree.
#include "Update/Ledger.h"
#include "Fuzz.h"

using namespace musify;

int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  auto Read = parseLedger(textOf(Data, Size), "ledger.json");
  if (!Read) {
    llvm::consumeError(Read.takeError());
    return 0;
  }
  std::string Text = formatLedger(*Read);
  auto Again = parseLedger(Text, "ledger.json");
  require(bool(Again), "a ledger cannot be read back");
  require(formatLedger(*Again) == Text, "a ledger changes when it is read");
  return 0;
}
