#include "Project/Includes.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {

std::vector<StringRef> includedPaths(StringRef Text) {
  std::vector<StringRef> Out;
  for (size_t At = Text.find('#'); At != StringRef::npos;
       At = Text.find('#', At + 1)) {
    StringRef Rest = Text.drop_front(At + 1).ltrim(" \t");
    if (!Rest.consume_front("include") && !Rest.consume_front("import"))
      continue;
    Rest.consume_front("_next");
    Rest = Rest.ltrim(" \t");
    if (!Rest.starts_with("\"") && !Rest.starts_with("<"))
      continue;
    char Close = Rest.front() == '<' ? '>' : '"';
    size_t End = Rest.find_first_of(StringRef("\n\">"), 1);
    if (End != StringRef::npos && Rest[End] == Close)
      Out.push_back(Rest.slice(1, End));
  }
  return Out;
}

StringRef tailOfInclude(StringRef Path) {
  while (Path.consume_front("../") || Path.consume_front("./"))
    ;
  return Path.contains("./") ? sys::path::filename(Path) : Path;
}

} // namespace musify
