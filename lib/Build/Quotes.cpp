// Quotes that are not the script's own: in a string they are for the program
// that is called, `"-Xcompiler '-O2 -Wall'"` and `"-Xcompiler \"-O2 -Wall\""`;
// in make, which knows none, for the shell.
#include "Build/ScriptPort.h"

using namespace llvm;

namespace musify {

/// The quotes that open at `At`, with what they hold; nothing if none do or
/// none close before `Limit`.
std::optional<ScriptRange> ScriptPort::quotesAt(unsigned At,
                                                unsigned Limit) const {
  StringRef Rest = Text.slice(At, Limit);
  StringRef Open = Rest.take_front(Rest.starts_with("\\") ? 2 : 1);
  if (Open.empty() || !StringRef("\"'").contains(Open.back()))
    return std::nullopt;
  size_t Close = Rest.find(Open, Open.size());
  if (Close == StringRef::npos)
    return std::nullopt;
  return ScriptRange{At, At + unsigned(Close + Open.size())};
}

/// The quotes around a word, if they are not those of a string of the script.
std::optional<ScriptRange> ScriptPort::quotesAround(const Token &T) const {
  unsigned Begin = T.quoted() ? T.QuoteBegin + 1 : 0;
  size_t LineEnd = std::min(Text.find('\n', T.end()), Text.size());
  unsigned Limit = T.quoted() ? T.QuoteEnd - 1 : unsigned(LineEnd);
  unsigned At = T.Offset;
  if (At <= Begin || !StringRef("\"'").contains(Text[At - 1]))
    return std::nullopt;
  At -= At - 1 > Begin && Text[At - 2] == '\\' ? 2 : 1;
  return quotesAt(At, Limit);
}

/// What the quotes hold.
ScriptRange ScriptPort::insideQuotes(ScriptRange Quoted) const {
  unsigned Size = Text[Quoted.Begin] == '\\' ? 2 : 1;
  return {Quoted.Begin + Size, Quoted.End - Size};
}

/// Where a flag ends that is the words from `First` to `Last`: behind the
/// quotes of its value.
unsigned ScriptPort::endOfFlag(size_t First, size_t Last) const {
  const Token &T = Tokens[First], &Value = Tokens[Last];
  if (First != Last) {
    if (Value.quoted() && Value.QuoteBegin != T.QuoteBegin)
      return Value.QuoteEnd;
    auto Quoted = quotesAround(Value);
    bool IsBehind = Quoted && Quoted->Begin >= T.end();
    return IsBehind ? Quoted->End : Value.itemEnd();
  }
  unsigned Limit = T.quoted() ? T.QuoteEnd - 1 : unsigned(Text.size());
  auto Quoted = T.Text.ends_with("=") ? quotesAt(T.end(), Limit) : std::nullopt;
  return Quoted ? Quoted->End : T.end();
}

/// `"'-fPIC'"` in a list of Python: nvcc hands it to a shell, mcc does not.
/// False if what the quotes hold is more than one word.
bool ScriptPort::unquoteItem(const BuildRule &R, const Token &Value) {
  auto Quoted = Value.quoted() ? quotesAround(Value) : std::nullopt;
  if (!Quoted)
    return true;
  ScriptRange Held = insideQuotes(*Quoted);
  if (Held.Begin != Value.Offset || Held.End != Value.end())
    return false;
  edit("dropped-flag", Quoted->Begin, Held.Begin, "",
       withNote(say(msg::BuildUnwrapped, oneLine(Value.Text)), R), R.Name);
  edit("dropped-flag", Held.End, Quoted->End, "",
       withNote(say(msg::BuildUnwrapped, oneLine(Value.Text)), R), R.Name);
  return true;
}

} // namespace musify
