#include "Support/Untrusted.h"
#include "llvm/Support/FileSystem.h"

using namespace llvm;

namespace musify {

/// How deep the brackets nest, those of strings left out.
static unsigned nesting(StringRef Text, StringRef Opening, StringRef Closing) {
  unsigned Deepest = 0, Depth = 0;
  bool InString = false;
  for (size_t I = 0; I < Text.size(); ++I) {
    if (InString) {
      if (Text[I] == '\\')
        ++I;
      else if (Text[I] == '"')
        InString = false;
    } else if (Text[I] == '"') {
      InString = true;
    } else if (Opening.contains(Text[I])) {
      Deepest = std::max(Deepest, ++Depth);
    } else if (Closing.contains(Text[I]) && Depth) {
      --Depth;
    }
  }
  return Deepest;
}

bool isNestedTooDeep(StringRef Json) {
  return nesting(Json, "[{", "]}") > MaxNesting;
}

bool hasDeepParentheses(StringRef Text) {
  return nesting(Text, "(", ")") > MaxNesting;
}

ErrorOr<std::unique_ptr<MemoryBuffer>> readPlainFile(StringRef Path) {
  sys::fs::file_status Status;
  if (std::error_code EC = sys::fs::status(Path, Status))
    return EC;
  if (!sys::fs::is_regular_file(Status))
    return std::make_error_code(std::errc::invalid_argument);
  return MemoryBuffer::getFile(Path, /*IsText=*/false,
                               /*RequiresNullTerminator=*/false,
                               /*IsVolatile=*/true);
}

} // namespace musify
