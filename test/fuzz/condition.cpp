// The reader of preprocessor conditions.
#include "Scan/Condition.h"
#include "Fuzz.h"

using namespace musify;

int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  llvm::StringRef Text = textOf(Data, Size);
  for (llvm::StringRef Directive : {"if", "ifdef", "elifndef"}) {
    Condition C(Directive, Text);
    auto Target = [](llvm::StringRef Name) { return inTargetBuild(Name); };
    require(C.evaluate(Target) == C.evaluate(Target),
            "a condition has two values");
    (void)C.onTargetDevice();
    for (size_t At = 0; At < Text.size(); ++At)
      (void)C.isTested(At);
  }
  (void)findFlip(Text);
  return 0;
}
