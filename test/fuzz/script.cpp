// The scanners of build scripts; the first byte chooses the syntax.
#include "Build/Scanner.h"
#include "Fuzz.h"

using namespace musify;

int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  if (!Size)
    return 0;
  using enum ScriptSyntax;
  constexpr ScriptSyntax All[] = {CMake,  Make,  Python, Config, Shell,
                                  Docker, Bazel, Meson,  Source};
  (void)scanScript(textOf(Data + 1, Size - 1), All[*Data % std::size(All)]);
  return 0;
}
