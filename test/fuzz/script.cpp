// The readers of build scripts; the first byte chooses the syntax.
#include "Build/Halves.h"
#include "Build/Port.h"
#include "Fuzz.h"

using namespace musify;

int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  if (!Size)
    return 0;
  using enum ScriptSyntax;
  constexpr ScriptSyntax All[] = {CMake,  Make,  Python, Config, Shell,
                                  Docker, Bazel, Meson,  Source};
  ScriptSyntax Syntax = All[*Data % std::size(All)];
  llvm::StringRef Text = textOf(Data + 1, Size - 1);
  Script S{"/project/script", Syntax, Text, scanScript(Text, Syntax)};
  (void)unconditionalDefinitions(S);
  (void)halvesOf(Text, Syntax);
  return 0;
}
