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
  unsigned Begin = T.itemBegin();
  unsigned End = First == Last && !T.Text.ends_with("=")
                     ? T.itemEnd()
                     : endOfFlag(First, Last);
  // `"--extended-lambda"` in a string: its quotes go too.
  if (auto Quoted = quotesAround(T); Quoted &&
                                     insideQuotes(*Quoted).Begin == Begin &&
                                     insideQuotes(*Quoted).End == End) {
    Begin = Quoted->Begin;
    End = Quoted->End;
  }
  bool IsPython = S.Syntax == ScriptSyntax::Python;
  if (IsPython && T.Whole)
    return T.Bracket == '[' ? listItemToDrop(Begin, End) : std::nullopt;
  // The words that a function of make works on are not only words.
  if (S.Syntax == ScriptSyntax::Make && !T.Command.empty() &&
      is_contained({"addprefix", "addsuffix", "filter", "filter-out", "subst",
                    "patsubst", "foreach", "call"},
                   T.Command))
    return std::nullopt;
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
  unsigned Begin = Tokens[First].Offset, End = endOfFlag(First, Last);
  // `["--threads", count()]`: where the value ends is not known.
  bool IsComputed = S.Syntax == ScriptSyntax::Python && First != Last &&
                    Tokens[Last].At == Token::Place::Name;
  if (IsComputed)
    return reportRule(R, Begin, Tokens[First].end());
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

/// What a flag hands on, with its quotes: behind a `=`, or the word at
/// `ValueAt`.
ScriptRange ScriptPort::handedOn(const Token &T, size_t ValueAt) const {
  size_t Equals = T.Text.find('=');
  if (Equals != StringRef::npos) {
    unsigned At = T.Offset + unsigned(Equals) + 1;
    unsigned Limit = T.quoted() ? T.QuoteEnd - 1 : unsigned(Text.size());
    auto Quoted = quotesAt(At, Limit);
    return Quoted ? *Quoted : ScriptRange{At, T.end()};
  }
  const Token &V = Tokens[ValueAt];
  if (V.quoted() && V.QuoteBegin != T.QuoteBegin)
    return {V.QuoteBegin, V.QuoteEnd};
  auto Quoted = quotesAround(V);
  return Quoted && Quoted->Begin >= T.end() ? *Quoted
                                            : ScriptRange{V.Offset, V.end()};
}

/// `["-Xcompiler", "-fPIC"]`: the item goes, and the next one stays.
void ScriptPort::unwrapItem(const BuildRule &R, size_t I, size_t ValueAt) {
  const Token &T = Tokens[I];
  auto Range = T.Bracket == '[' ? listItemToDrop(T.itemBegin(), T.itemEnd())
                                : std::nullopt;
  const Token &Value = Tokens[ValueAt];
  if (!R.To.empty()) {
    if (!Value.Text.contains(',') && R.Note.empty())
      return;
    edit("build-rule", Value.Offset, Value.Offset, R.To,
         say(msg::Becomes, Value.Text, R.To + Value.Text.str()), R.Name);
  }
  if (!Range || !unquoteItem(R, Value))
    return reportRule(R, T.Offset, T.end());
  DroppedUntil = Range->End;
  edit("dropped-flag", Range->Begin, Range->End, "",
       withNote(say(msg::BuildUnwrapped, T.Text), R), R.Name);
}

/// `-Xlinker -rpath,/x`: a list that Clang takes behind `-Wl,`. What is no list
/// stays as it is.
void ScriptPort::joinToPrefix(const BuildRule &R, unsigned Begin,
                              ScriptRange Whole, ScriptRange Held) {
  bool IsJoined = Text[Whole.Begin - 1] == '=';
  bool IsList = Text.slice(Held.Begin, Held.End).contains(',');
  if (!IsJoined && !IsList && R.Note.empty())
    return;
  edit("build-rule", Begin, Held.Begin, R.To,
       withNote(say(msg::Becomes, oneLine(Text.slice(Begin, Held.Begin)), R.To),
                R),
       R.Name);
  if (Held.End != Whole.End)
    edit(
        "build-rule", Held.End, Whole.End, "",
        withNote(
            say(msg::BuildUnwrapped, oneLine(Text.slice(Begin, Whole.End))), R),
        R.Name);
}

/// The names of `${A}` and `$(A)`.
static std::vector<StringRef> variablesIn(StringRef Value) {
  std::vector<StringRef> Names;
  for (size_t At = 0; (At = Value.find('$', At)) != StringRef::npos; ++At)
    if (StringRef Rest = Value.drop_front(At + 1);
        Rest.consume_front("{") || Rest.consume_front("("))
      Names.push_back(
          Rest.take_while([](char C) { return isAlnum(C) || C == '_'; }));
  return Names;
}

/// A line of the script puts commas into a variable of the value, as
/// `string(REPLACE ";" "," A "${B}")` does: nvcc splits there, mcc does not.
static bool isJoinedByCommas(StringRef Value, StringRef Script) {
  for (StringRef Name : variablesIn(Value))
    for (StringRef Rest = Script; !Name.empty() && !Rest.empty();) {
      auto [Line, Next] = Rest.split('\n');
      bool Joins =
          Line.contains("\",\"") || Line.contains_insensitive("$(comma)");
      if (Joins && Line.contains(Name))
        return true;
      Rest = Next;
    }
  return false;
}

/// `-Xcompiler -fPIC`, `-Xcompiler="-O2 -Wall"`, `-Xcompiler -Wall,-Wextra`:
/// the value stays, as flags of its own.
void ScriptPort::unwrap(const BuildRule &R, size_t I, size_t ValueAt) {
  const Token &T = Tokens[I];
  unsigned Begin = T.Offset;
  bool IsJoined = T.Text.contains('=');
  if (!IsJoined && ValueAt == I)
    return reportRule(R, Begin, T.end());
  bool IsItem = S.Syntax == ScriptSyntax::Python && T.Whole;
  if (IsItem && !IsJoined)
    return unwrapItem(R, I, ValueAt);
  ScriptRange Whole = handedOn(T, ValueAt), Held = Whole;
  // `"-Xcompiler" "-fPIC"`: a string each.
  bool IsApart = T.quoted() && Whole.Begin >= T.QuoteEnd;
  if (IsApart)
    Begin = T.QuoteBegin;
  StringRef Between = Text.slice(IsApart ? T.QuoteEnd : T.end(), Whole.Begin);
  bool IsOpen = Between.find_first_of("\"'") != StringRef::npos;
  bool Quoted = quotesAt(Whole.Begin, Whole.End).has_value();
  if (Quoted)
    Held = insideQuotes(Whole);
  StringRef Value = Text.slice(Held.Begin, Held.End);
  bool Splits = Value.contains(',') && !Value.contains("$(");
  if ((IsApart && !T.Whole) || (IsOpen && !IsJoined) ||
      Value.find_first_of("\n\\\"'") != StringRef::npos ||
      Value.contains("-Wl,") || isJoinedByCommas(Value, Text) ||
      (Splits && IsItem && R.To.empty()) ||
      (S.Syntax == ScriptSyntax::Make && T.Command == "addprefix"))
    return reportRule(R, Begin, T.end());
  if (!R.To.empty())
    return joinToPrefix(R, Begin, Whole, Held);
  // The value may hold words that other rules change; then only the flag goes.
  if (!Quoted && !Splits) {
    return edit("dropped-flag", Begin, Whole.Begin, "",
                withNote(say(msg::BuildUnwrapped,
                             oneLine(Text.slice(Begin, Whole.Begin))),
                         R),
                R.Name);
  }
  std::string New = Value.str();
  std::replace(New.begin(), New.end(), ',', ' ');
  if (isListItem(T))
    std::replace(New.begin(), New.end(), ' ', ';');
  for (size_t J = I; J < Tokens.size() && Tokens[J].Offset < Whole.End; ++J)
    Done.insert(unsigned(J));
  edit("dropped-flag", Begin, Whole.End, New,
       withNote(say(msg::Becomes, oneLine(Text.slice(Begin, Whole.End)), New),
                R),
       R.Name);
}

} // namespace musify
