// The promise of a shim: without its macro the code is what it was.
#include "Driver/ShimCheck.h"
#include "Diag/MessageError.h"
#include "Shim/Tokens.h"

using namespace llvm;

namespace musify {

Error checkShimmed(const FileResult &File, StringRef Macro,
                   ArrayRef<std::string> Defines) {
  if (File.Plan.Edits.empty())
    return Error::success();
  auto New = applyEdits(File.OldText, File.Plan);
  if (!New)
    return New.takeError();
  Message Difference = differenceWithout(File.OldText, *New, Macro, Defines);
  if (!Difference)
    return Error::success();
  return errorOf(say(msg::ShimChangesCode, File.Shown, Macro, Difference));
}

Error checkShimHeaders(const ShimResult &Result, StringRef HeaderPath,
                       StringRef Macro, ArrayRef<std::string> Defines) {
  if (!preprocessedTokens(Result.Header, Defines).empty())
    return errorOf(say(msg::ShimNotEmpty, HeaderPath, Macro));
  for (const auto &[Path, Text] : Result.Forwards) {
    auto Tokens = preprocessedTokens(Text, Defines);
    bool Forwards = Tokens.size() == 1 &&
                    StringRef(Tokens[0]).starts_with("#include_next <");
    if (!Forwards)
      return errorOf(say(msg::ShimHidesHeader, Path, Macro));
  }
  return Error::success();
}

} // namespace musify
