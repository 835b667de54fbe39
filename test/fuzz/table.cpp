// Tables and rules of users, as JSON.
#include "Fuzz.h"
#include "Mapping/CustomRule.h"
#include "Mapping/Format.h"
#include "Mapping/Load.h"

using namespace musify;

int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  llvm::StringRef Text = textOf(Data, Size);
  llvm::consumeError(parseRules(Text, "t.json").takeError());
  auto Entries = parseMapping(Text, "t.json");
  if (!Entries) {
    llvm::consumeError(Entries.takeError());
    return 0;
  }
  auto Formatted = formatMapping(Text, "t.json");
  if (!Formatted) {
    llvm::consumeError(Formatted.takeError());
    return 0;
  }
  auto Again = parseMapping(*Formatted, "t.json");
  require(bool(Again), "a formatted table cannot be read");
  require(Again->size() == Entries->size(), "formatting loses entries");
  return 0;
}
