// The final text of a file.
#include "Diag/MessageError.h"
#include "Edit/Plan.h"
#include <cstdint>

using namespace musify;

static llvm::Error badEdit(const Finding &Edit, llvm::StringRef Text,
                           Message Why) {
  return errorOf(say(msg::CannotEdit, Edit.Where.File, Edit.Where.Length,
                     Edit.Where.Offset, std::move(Why), Text.size()));
}

llvm::Expected<std::string> musify::applyEdits(llvm::StringRef Text,
                                               const FilePlan &File) {
  std::string Result;
  uint64_t Done = 0;
  const Finding *Before = nullptr;
  for (const Finding &Edit : File.Edits) {
    uint64_t Begin = Edit.Where.Offset, End = Begin + Edit.Where.Length;
    if (!Edit.NewText)
      return badEdit(Edit, Text, say(msg::EditWithoutText));
    if (End > Text.size())
      return badEdit(Edit, Text, say(msg::EditOutside));
    bool SamePlace = Before && !Before->Where.Length && !Edit.Where.Length &&
                     Before->Where.Offset == Edit.Where.Offset;
    if (Begin < Done || SamePlace)
      return badEdit(Edit, Text, say(msg::EditOverlaps));
    Result += Text.slice(Done, Begin);
    Result += *Edit.NewText;
    Done = End;
    Before = &Edit;
  }
  Result += Text.substr(Done);
  return Result;
}
