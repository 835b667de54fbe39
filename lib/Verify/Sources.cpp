#include "Verify/Sources.h"
#include "Project/FileNames.h"
#include "Verify/Judge.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {

static bool isPathChar(char C) {
  return isAlnum(C) || StringRef("_-+./").contains(C);
}

/// True if the place is in a comment of a script: behind a `#` that begins a
/// word, is in no quotes and is not that of code in a string.
static bool isInComment(StringRef Text, size_t Offset) {
  StringRef Line = Text.take_front(Offset);
  Line = Line.substr(Line.rfind('\n') + 1);
  char Quote = 0;
  for (size_t I = 0; I < Line.size(); ++I) {
    char C = Line[I];
    if (Quote)
      Quote = C == Quote ? 0 : Quote;
    else if (C == '"' || C == '\'')
      Quote = C;
    else if (C == '#' && (!I || isSpace(Line[I - 1])) &&
             !Line.substr(I + 1).ltrim().starts_with("include"))
      return true;
  }
  return false;
}

void judgeSources(const FileResult &Original, FileResult &Port,
                  const FileList &Before, const FileList &After) {
  StringRef Text = Port.OldText;
  for (size_t At = 0; At < Text.size(); ++At) {
    StringRef Word = Text.substr(At).take_while(isPathChar);
    if (Word.empty())
      continue;
    unsigned Offset = At;
    At += Word.size();
    // `${DIR}/a.cu` and `./a.cu` are known by what follows.
    StringRef Path = Word.ltrim("./");
    std::string Old = portedFileName(Path, Direction::MusaToCuda);
    bool IsRenamed = Old != portedFileName(Path, Direction::CudaToMusa);
    if (!IsRenamed || sys::path::stem(Path).empty() || After.has(Path) ||
        isInComment(Text, Offset) || isTold(Original, Path) ||
        isReported(Port, {Offset, Offset + unsigned(Word.size())}))
      continue;
    StringRef Was = Before.has(Path) ? Path : StringRef(Old);
    if (Before.has(Was))
      addFinding(Port, Offset, Word.size(),
                 say(msg::VerifyStaleSource, Path, Was));
  }
}

} // namespace musify
