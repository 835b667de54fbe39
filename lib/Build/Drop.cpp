// Words that go, with what parted them from the others.
#include "Build/ScriptPort.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {

/// In a list of Python: the item and one comma; with it its line, if it stands
/// there alone. Nothing if it is no item of a list.
std::optional<ScriptRange> ScriptPort::listItemToDrop(unsigned Begin,
                                                      unsigned End) const {
  size_t After = End;
  while (After < Text.size() && isSpace(Text[After]))
    ++After;
  bool Comma = After < Text.size() && Text[After] == ',';
  bool Closes = After < Text.size() && Text[After] == ']';
  if (!Comma && !Closes)
    return std::nullopt;

  size_t LineBegin = Text.rfind('\n', Begin) + 1;
  size_t Behind = Comma ? After + 1 : End;
  size_t LineEnd = Text.find('\n', Behind);
  if (LineEnd != StringRef::npos &&
      Text.slice(LineBegin, Begin).trim().empty() &&
      Text.slice(Behind, LineEnd).trim().empty())
    return ScriptRange{unsigned(LineBegin), unsigned(LineEnd) + 1};

  size_t Before = Begin;
  while (Before > 0 && isSpace(Text[Before - 1]))
    --Before;
  if (Before && Text[Before - 1] == ',' && Before - 1 >= DroppedUntil &&
      !isComment(unsigned(Before - 1)))
    return ScriptRange{unsigned(Before) - 1, End};
  if (!Comma)
    return ScriptRange{Begin, End};
  size_t Next = After + 1;
  while (Next < Text.size() && (Text[Next] == ' ' || Text[Next] == '\t'))
    ++Next;
  return ScriptRange{Begin, unsigned(Next)};
}

/// The words and the blanks that parted them from the others.
std::optional<ScriptRange> ScriptPort::rangeToDrop(size_t First, size_t Last) {
  const Token &T = Tokens[First];
  unsigned Begin = T.itemBegin(), End = Tokens[Last].itemEnd();
  bool IsPython = S.Syntax == ScriptSyntax::Python;
  if (IsPython && T.Whole)
    return T.Bracket == '[' ? listItemToDrop(Begin, End) : std::nullopt;
  // The words that a function of make works on are not only words.
  if (S.Syntax == ScriptSyntax::Make && !T.Command.empty() &&
      is_contained({"addprefix", "addsuffix", "filter", "filter-out", "subst",
                    "patsubst", "foreach", "call"},
                   T.Command))
    return std::nullopt;
  if (Tokens[Last].QuoteEnd && Tokens[Last].QuoteBegin != T.QuoteBegin)
    End = Tokens[Last].QuoteEnd;

  // In a list of CMake's the separator goes with the word.
  if (S.Syntax == ScriptSyntax::CMake && Text.substr(End).starts_with(";"))
    return ScriptRange{Begin, End + 1};
  if (S.Syntax == ScriptSyntax::CMake && Begin > DroppedUntil &&
      Text[Begin - 1] == ';')
    return ScriptRange{Begin - 1, End};
  if (S.Syntax == ScriptSyntax::CMake && !T.quoted() && !T.InGenerator) {
    size_t LineBegin = Text.rfind('\n', Begin) + 1;
    size_t LineEnd = Text.find('\n', End);
    if (LineEnd != StringRef::npos &&
        Text.slice(LineBegin, Begin).trim().empty() &&
        Text.slice(End, LineEnd).trim().empty())
      return ScriptRange{unsigned(LineBegin), unsigned(LineEnd) + 1};
  }
  size_t Before = blanksBefore(Begin, DroppedUntil);
  unsigned Next = End;
  while (Next < Text.size() && (Text[Next] == ' ' || Text[Next] == '\t'))
    ++Next;
  // What comes first on its line goes with the blanks behind it, if the line
  // goes on.
  bool StartsLine = Text.slice(Before, Begin).contains('\n') ||
                    Before == DroppedUntil || !Before ||
                    Text[Before - 1] == '\n';
  bool GoesOn = Next > End && !isComment(Next) &&
                !StringRef("\n\r\\)\"'").contains(Text[Next]);
  if (Before == Begin && Begin == DroppedUntil && !GoesOn && dropLineOf(Begin))
    return ScriptRange{Begin, End};
  if (Before == Begin || isComment(unsigned(Before) - 1) ||
      (StartsLine && GoesOn))
    return ScriptRange{Begin, Next};
  return ScriptRange{unsigned(Before), End};
}

/// Where the blanks and continued lines before `At` begin, but not before
/// `Limit`.
size_t ScriptPort::blanksBefore(size_t At, size_t Limit) const {
  auto IsBlank = [&](size_t I) {
    char Next = I + 1 < Text.size() ? Text[I + 1] : '\n';
    return isSpace(Text[I]) ||
           (Text[I] == '\\' && (Next == '\n' || Next == '\r'));
  };
  while (At > Limit && IsBlank(At - 1))
    --At;
  return At;
}

/// All words before `At` on its line went, each with the blanks behind it, and
/// nothing follows: what parted the line from the one before goes too.
bool ScriptPort::dropLineOf(unsigned At) {
  Finding *First = nullptr;
  for (Finding &F : reverse(Out))
    if (F.NewText && F.NewText->empty() &&
        F.Where.Offset + F.Where.Length == At) {
      First = &F;
      At = F.Where.Offset;
    }
  if (!First)
    return false;
  unsigned Begin = unsigned(blanksBefore(At, 0));
  if (Begin == 0 || isComment(Begin - 1))
    return false;
  First->Where.Length += First->Where.Offset - Begin;
  First->Where.Offset = Begin;
  return true;
}

void ScriptPort::drop(const BuildRule &R, size_t First, size_t Last) {
  unsigned Begin = Tokens[First].Offset;
  unsigned End = First == Last ? Tokens[First].end() : Tokens[Last].itemEnd();
  auto Range = rangeToDrop(First, Last);
  if (!Range)
    return reportRule(R, Begin, End);
  for (size_t I = First; I < Tokens.size() && Tokens[I].Offset < End; ++I)
    Done.insert(unsigned(I));
  DroppedUntil = Range->End;
  edit("dropped-flag", Range->Begin, Range->End, "",
       withNote(say(msg::BuildDropped, oneLine(Text.slice(Begin, End))), R),
       R.Name);
  if (R.Level)
    reportRule(R, Begin, End);
}

/// A quoted word that CMake takes as one option: it holds several as a list.
bool ScriptPort::isListItem(const Token &T) const {
  return S.Syntax == ScriptSyntax::CMake &&
         (T.InGenerator ||
          (T.quoted() && T.Command.contains_insensitive("options")));
}

/// `-Xcompiler -fPIC`, `-Xcompiler="-O2 -Wall"`, `-Xcompiler -Wall,-Wextra`:
/// the value stays, as flags of its own.
void ScriptPort::unwrap(const BuildRule &R, size_t I, size_t ValueAt) {
  const Token &T = Tokens[I];
  unsigned Begin = T.Offset;
  size_t Equals = T.Text.find('=');
  unsigned ValueBegin;
  if (Equals != StringRef::npos) {
    ValueBegin = Begin + unsigned(Equals) + 1;
  } else if (ValueAt != I) {
    const Token &V = Tokens[ValueAt];
    bool OwnQuotes = V.quoted() && V.QuoteBegin != T.QuoteBegin;
    ValueBegin = OwnQuotes ? V.QuoteBegin : V.Offset;
    while (ValueBegin > T.end() &&
           StringRef("\"'").contains(Text[ValueBegin - 1]))
      --ValueBegin; // make knows no quotes
  } else {
    return reportRule(R, Begin, T.end());
  }
  bool IsItem = S.Syntax == ScriptSyntax::Python && T.Whole;
  if (IsItem && Equals == StringRef::npos) {
    if (auto Range = T.Bracket == '[' ? listItemToDrop(T.QuoteBegin, T.QuoteEnd)
                                      : std::nullopt) {
      DroppedUntil = Range->End;
      return edit("dropped-flag", Range->Begin, Range->End, "",
                  withNote(say(msg::BuildUnwrapped, T.Text), R), R.Name);
    }
    return reportRule(R, Begin, T.end());
  }
  char Quote = Text[ValueBegin];
  bool Quoted = Quote == '"' || Quote == '\'';
  size_t ValueEnd =
      Quoted
          ? Text.find(Quote, ValueBegin + 1)
          : size_t(Equals != StringRef::npos ? T.end() : Tokens[ValueAt].end());
  StringRef Value = Text.slice(ValueBegin + Quoted, ValueEnd);
  bool Splits = Value.contains(',') && !Value.contains("$(");
  if (ValueEnd == StringRef::npos || Value.contains('\n') ||
      Value.contains('\\') || Value.contains("-Wl,") || (Splits && IsItem) ||
      (S.Syntax == ScriptSyntax::Make && T.Command == "addprefix"))
    return reportRule(R, Begin, T.end());
  std::string New = Value.str();
  if (Splits)
    std::replace(New.begin(), New.end(), ',', isListItem(T) ? ';' : ' ');
  unsigned End = unsigned(ValueEnd) + Quoted;
  // The value may hold words that other rules change; then only the flag goes.
  if (!Quoted && !Splits) {
    return edit("dropped-flag", Begin, ValueBegin, "",
                withNote(say(msg::BuildUnwrapped,
                             oneLine(Text.slice(Begin, ValueBegin))),
                         R),
                R.Name);
  }
  for (size_t J = I; J < Tokens.size() && Tokens[J].Offset < End; ++J)
    Done.insert(unsigned(J));
  edit("dropped-flag", Begin, End, New,
       withNote(say(msg::Becomes, oneLine(Text.slice(Begin, End)), New), R),
       R.Name);
}

} // namespace musify
