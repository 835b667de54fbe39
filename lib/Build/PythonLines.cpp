#include "Build/PythonLines.h"
#include <algorithm>
#include <string>

using namespace llvm;

namespace musify {

size_t endOfPythonString(StringRef Text, size_t At) {
  char Quote = Text[At];
  std::string Long(3, Quote);
  if (Text.substr(At).starts_with(Long)) {
    size_t End = Text.find(Long, At + 3);
    return End == StringRef::npos ? Text.size() : End + 3;
  }
  for (++At; At < Text.size() && Text[At] != Quote && Text[At] != '\n'; ++At)
    At += Text[At] == '\\';
  return std::min(At + 1, Text.size());
}

static size_t endOfLogical(StringRef Text, size_t At) {
  int Depth = 0;
  while (At < Text.size()) {
    char C = Text[At];
    if (C == '"' || C == '\'') {
      At = endOfPythonString(Text, At);
      continue;
    }
    if (C == '#')
      At = std::min(Text.find('\n', At), Text.size());
    else if (C == '\n' && Depth <= 0)
      return At + 1;
    else
      At += C == '\\' ? 2 : 1;
    Depth += StringRef("([{").contains(C) - StringRef(")]}").contains(C);
  }
  return Text.size();
}

std::vector<PythonLine> pythonLines(StringRef Text) {
  std::vector<PythonLine> Out;
  for (size_t At = 0; At < Text.size();) {
    size_t End = endOfLogical(Text, At);
    StringRef Line = Text.slice(At, End);
    StringRef Bare = Line.ltrim(" \t");
    if (!Bare.trim().empty() && !Bare.starts_with("#"))
      Out.push_back({unsigned(At), unsigned(End), Line.size() - Bare.size(),
                     Bare.rtrim()});
    At = End;
  }
  return Out;
}

} // namespace musify
