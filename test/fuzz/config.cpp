// The configuration of lint, and the diffs and comments that it reads.
#include "Lint/Config.h"
#include "Fuzz.h"
#include "Lint/ChangedLines.h"
#include "Lint/Suppressions.h"

using namespace musify;

int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  llvm::StringRef Text = textOf(Data, Size);
  llvm::consumeError(parseConfig(Text, "/p/.musify.toml").takeError());
  llvm::consumeError(parseDiff(Text).takeError());
  (void)readSuppressions(Text);
  return 0;
}
