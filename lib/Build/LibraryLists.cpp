// Make's variables that hold libraries without `-l`, which a function adds.
#include "Build/ScriptPort.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Regex.h"

using namespace llvm;

namespace musify {

/// What makes flags of the words of a variable, whose name is the last match.
static constexpr StringLiteral AddsFlags[] = {
    "foreach[ \t]+[A-Za-z0-9_]+[ \t]*,[ \t]*[$][({]([A-Za-z0-9_]+)[)}]"
    "[ \t]*,[ \t]*-l[$]",
    "addprefix[ \t]+-l[ \t]*,[ \t]*[$][({]([A-Za-z0-9_]+)[)}]",
    "patsubst[ \t]+%,[ \t]*-l%,[ \t]*[$][({]([A-Za-z0-9_]+)[)}]",
    "[$][({]([A-Za-z0-9_]+):%=-l%[)}]",
};

void ScriptPort::findLibraryLists() {
  for (StringRef Each : AddsFlags) {
    Regex Adds(Each);
    SmallVector<StringRef> Found;
    for (StringRef Line : split(Text, '\n'))
      while (Line.contains("-l") && Adds.match(Line, &Found)) {
        ListsOf[Found[1]] = "-l";
        Line = StringRef(Found[0].end(), size_t(Line.end() - Found[0].end()));
      }
  }
}

} // namespace musify
