// Names of C that Cython declares: `cdef extern from "cuda_runtime.h":`.
#include "Build/ScriptPort.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace musify {

bool isCython(StringRef Path) {
  return any_of(ArrayRef<StringRef>{".pyx", ".pxd", ".pxi"},
                [&](StringRef Suffix) { return Path.ends_with(Suffix); });
}

/// How far a line is indented; npos for one without words.
static size_t indentOf(StringRef Line) {
  size_t At = Line.find_first_not_of(" \t");
  return At == StringRef::npos || Line[At] == '#' || Line[At] == '\r'
             ? StringRef::npos
             : At;
}

/// The lines below the one at `At` that are indented further.
static ScriptRange blockBelow(StringRef Text, size_t At) {
  size_t LineBegin = Text.rfind('\n', At) + 1; // npos + 1 is 0
  size_t Indent = indentOf(Text.substr(LineBegin).split('\n').first);
  size_t Begin = std::min(Text.find('\n', At), Text.size()), End = Begin;
  while (End < Text.size()) {
    StringRef Line = Text.substr(End + 1).split('\n').first;
    size_t Here = indentOf(Line);
    if (Here != StringRef::npos && Here <= Indent)
      break;
    End = std::min(End + 1 + Line.size(), Text.size());
  }
  return {unsigned(Begin), unsigned(End)};
}

/// All names in the blocks: those of C that they declare are among them.
void BuildTree::addCythonNames(const Script &S) {
  using Place = ScriptToken::Place;
  ScriptRange Block;
  ArrayRef<ScriptToken> Tokens = S.Scan.Tokens;
  for (size_t I = 0; I + 2 < Tokens.size(); ++I) {
    bool Begins = Tokens[I].Text == "extern" && Tokens[I + 1].Text == "from" &&
                  Tokens[I].At == Place::Name;
    if (Begins)
      Block = blockBelow(S.Text, Tokens[I + 1].Offset);
    else if (Block.holds(Tokens[I].Offset) && Tokens[I].At == Place::Name)
      CythonNames.insert(Tokens[I].Text);
  }
}

/// A name that a block of the tree declares is the SDK's own, wherever Cython
/// uses it: `cudaMalloc`, `runtime.cudaMalloc`. A member of an object is not.
bool ScriptPort::visitCythonName(size_t I) {
  if (!isCython(S.Path))
    return false;
  const Token &T = Tokens[I];
  StringRef Name = T.Text.substr(T.Text.rfind('.') + 1);
  auto E = Tree.CythonNames.contains(Name) ? Names.findName(Name) : nullptr;
  if (!E)
    return false;
  applyEntry(*E, Name, E->To, T.end() - unsigned(Name.size()));
  return true;
}

} // namespace musify
