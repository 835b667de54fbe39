// The final text of a file.
#include "Edit/Plan.h"
#include "llvm/ADT/Twine.h"
#include <cstdint>

using namespace musify;

static llvm::Error badEdit(const Finding &Edit, llvm::StringRef Text,
                           const llvm::Twine &Why) {
  return llvm::createStringError(
      std::make_error_code(std::errc::invalid_argument),
      llvm::Twine("cannot edit `") + Edit.Where.File + "`: edit of " +
          llvm::Twine(Edit.Where.Length) + " bytes at offset " +
          llvm::Twine(Edit.Where.Offset) + " " + Why + " (file has " +
          llvm::Twine(Text.size()) + " bytes)");
}

llvm::Expected<std::string> musify::applyEdits(llvm::StringRef Text,
                                               const FilePlan &File) {
  std::string Result;
  uint64_t Done = 0;
  const Finding *Before = nullptr;
  for (const Finding &Edit : File.Edits) {
    uint64_t Begin = Edit.Where.Offset, End = Begin + Edit.Where.Length;
    if (!Edit.NewText)
      return badEdit(Edit, Text, "has no new text");
    if (End > Text.size())
      return badEdit(Edit, Text, "is outside the file");
    bool SamePlace = Before && !Before->Where.Length && !Edit.Where.Length &&
                     Before->Where.Offset == Edit.Where.Offset;
    if (Begin < Done || SamePlace)
      return badEdit(Edit, Text, "overlaps the edit before it");
    Result += Text.slice(Done, Begin);
    Result += *Edit.NewText;
    Done = End;
    Before = &Edit;
  }
  Result += Text.substr(Done);
  return Result;
}
