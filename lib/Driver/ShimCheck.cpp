// The promise of a shim: without its macro the code is what it was.
#include "Driver/ShimCheck.h"
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
  std::string Difference =
      differenceWithout(File.OldText, *New, Macro, Defines);
  if (Difference.empty())
    return Error::success();
  return createStringError(inconvertibleErrorCode(),
                           "`" + File.Shown +
                               "` would not be the same "
                               "code without `" +
                               Macro + "`: " + Difference +
                               "; nothing was written");
}

Error checkShimHeaders(const ShimResult &Result, StringRef HeaderPath,
                       StringRef Macro, ArrayRef<std::string> Defines) {
  auto Fail = [&](StringRef Path, StringRef What) {
    return createStringError(inconvertibleErrorCode(),
                             "`" + Path + "` " + What + " without `" + Macro +
                                 "`; nothing was written");
  };
  if (!preprocessedTokens(Result.Header, Defines).empty())
    return Fail(HeaderPath, "would not be empty");
  for (const auto &[Path, Text] : Result.Forwards) {
    auto Tokens = preprocessedTokens(Text, Defines);
    bool Forwards = Tokens.size() == 1 &&
                    StringRef(Tokens[0]).starts_with("#include_next <");
    if (!Forwards)
      return Fail(Path, "would hide CUDA's own header");
  }
  return Error::success();
}

} // namespace musify
