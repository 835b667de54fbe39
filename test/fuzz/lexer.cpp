// The pass over all bytes of a source.
#include "Fuzz.h"
#include "Scan/LexerEngine.h"
#include "Sdk/Embedded.h"

using namespace musify;

int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  static const Table Names = builtinTable();
  llvm::StringRef Text = textOf(Data, Size);
  ScannedFile Scan = scanFile(Text, Names, /*WithComments=*/true);
  for (const Candidate &C : Scan.Candidates)
    require(C.Offset <= Text.size() && C.Length <= Text.size() - C.Offset,
            "a candidate is outside of the text");
  return 0;
}
