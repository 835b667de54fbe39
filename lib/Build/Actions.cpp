// What a rule does to the place that it is for.
#include "Build/ScriptPort.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {

std::string quoted(StringRef Text) {
  std::string Out = "`";
  for (size_t I = 0; I < Text.size(); ++I) {
    bool Space = isSpace(Text[I]) || (Text[I] == '\\' && I + 1 < Text.size() &&
                                      isSpace(Text[I + 1]));
    if (!Space)
      Out += Text[I];
    else if (Out.back() != ' ')
      Out += ' ';
  }
  return Out + "`";
}

static std::string withNote(std::string Message, const BuildRule &R) {
  return R.Note.empty() ? Message : Message + "; " + R.Note;
}

//===----------------------------------------------------------------------===//
// Edits and findings
//===----------------------------------------------------------------------===//

void ScriptPort::edit(StringRef Rule, unsigned Begin, unsigned End,
                      std::string New, std::string Why, StringRef Entry) {
  Out.push_back({Rule.str(),
                 {S.Path, Begin, End - Begin},
                 std::move(New),
                 Severity::Note,
                 say(msg::Note, Why),
                 {Engine::Lexer, "", Entry.str()}});
}

void ScriptPort::tell(StringRef Rule, unsigned Begin, unsigned End,
                      Severity Level, std::string Message, StringRef Entry) {
  Out.push_back({Rule.str(),
                 {S.Path, Begin, End - Begin},
                 std::nullopt,
                 Level,
                 say(msg::Note, Message),
                 {Engine::Lexer, "", Entry.str()}});
}

bool ScriptPort::isComment(unsigned Offset) const {
  return any_of(S.Scan.Comments,
                [&](const ScriptRange &R) { return R.holds(Offset); });
}

/// A rule that changes nothing here, or whose change a person must look at.
void ScriptPort::tellRule(const BuildRule &R, unsigned Begin, unsigned End) {
  std::string What = quoted(Text.slice(Begin, End));
  // What a script says in many places is one thing to look at.
  bool Again = R.At != Place::Flag && R.At != Place::Command &&
               R.S != Status::Unsupported && !Told.insert(R.Name).second;
  auto Tell = [&](StringRef Rule, Severity Usual, const std::string &Message) {
    tell(Rule, Begin, End, Again ? Severity::Note : R.Level.value_or(Usual),
         withNote(Message, R), R.Name);
  };
  if (!R.To.empty())
    return Tell("partial-build", Severity::Warning,
                What + " stays; MUSA's is " + quoted(R.To));
  switch (R.S) {
  case Status::Unsupported:
    return Tell("unsupported-build", Severity::Error,
                What + " has no counterpart on MUSA");
  case Status::Unverified:
    return Tell("unverified-build", Severity::Warning,
                "no counterpart of " + What + " is known");
  default:
    return Tell("partial-build", Severity::Warning, What + " needs a look");
  }
}

void ScriptPort::replace(const BuildRule &R, unsigned Begin, unsigned End) {
  StringRef Old = Text.slice(Begin, End);
  if (R.To.empty() || R.To == Old) {
    if (!R.Note.empty() && R.S != Status::Unchanged)
      tellRule(R, Begin, End);
    return;
  }
  std::string Becomes = quoted(Old) + " becomes " + quoted(R.To);
  if (R.S != Status::Unverified) {
    edit("build-rule", Begin, End, R.To, withNote(Becomes, R), R.Name);
    if (R.S == Status::Partial)
      tell("partial-build", Begin, End, R.Level.value_or(Severity::Warning),
           withNote(quoted(R.To) + " differs from " + quoted(Old), R), R.Name);
    return;
  }
  std::string Doubt = ", but nothing shows that MUSA has it";
  if (Unverified == UnverifiedPolicy::Port)
    return edit("unverified-build", Begin, End, R.To,
                withNote(Becomes + Doubt, R), R.Name);
  tell("unverified-build", Begin, End,
       Unverified == UnverifiedPolicy::Keep ? Severity::Warning
                                            : Severity::Error,
       withNote(quoted(Old) + " would become " + quoted(R.To) + Doubt +
                    "; left as it is",
                R),
       R.Name);
}

void ScriptPort::apply(const BuildRule &R, size_t I, unsigned Begin,
                       unsigned End, size_t ValueAt) {
  const Token &T = Tokens[I];
  switch (R.Do) {
  case Action::Replace:
    return replace(R, Begin, End);
  case Action::Drop:
    return drop(R, I, ValueAt);
  case Action::Unwrap:
    return unwrap(R, I, ValueAt);
  case Action::Arch:
    return arch(R, I, ValueAt);
  case Action::Package:
    return package(R, I);
  case Action::Language:
    return language(R, I);
  case Action::Enable:
    EnablesLanguage = true;
    insertBefore(R, I);
    return replace(R, T.Offset, T.end());
  case Action::Table:
    return; // asked after all other rules
  }
}

//===----------------------------------------------------------------------===//
// Words that go
//===----------------------------------------------------------------------===//

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

  if (S.Syntax == ScriptSyntax::CMake && !T.quoted()) {
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
    return tellRule(R, Begin, End);
  for (size_t I = First; I < Tokens.size() && Tokens[I].Offset < End; ++I)
    Done.insert(unsigned(I));
  DroppedUntil = Range->End;
  edit("dropped-flag", Range->Begin, Range->End, "",
       withNote(quoted(Text.slice(Begin, End)) + " goes", R), R.Name);
  if (R.Level)
    tellRule(R, Begin, End);
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
    return tellRule(R, Begin, T.end());
  }
  bool IsItem = S.Syntax == ScriptSyntax::Python && T.Whole;
  if (IsItem && Equals == StringRef::npos) {
    if (auto Range = T.Bracket == '[' ? listItemToDrop(T.QuoteBegin, T.QuoteEnd)
                                      : std::nullopt) {
      DroppedUntil = Range->End;
      return edit("dropped-flag", Range->Begin, Range->End, "",
                  withNote(quoted(T.Text) + " goes, its value stays", R),
                  R.Name);
    }
    return tellRule(R, Begin, T.end());
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
    return tellRule(R, Begin, T.end());
  std::string New = Value.str();
  if (Splits)
    std::replace(New.begin(), New.end(), ',', ' ');
  unsigned End = unsigned(ValueEnd) + Quoted;
  // The value may hold words that other rules change; then only the flag goes.
  if (!Quoted && !Splits) {
    return edit("dropped-flag", Begin, ValueBegin, "",
                withNote(quoted(Text.slice(Begin, ValueBegin)) +
                             " goes, its value stays",
                         R),
                R.Name);
  }
  for (size_t J = I; J < Tokens.size() && Tokens[J].Offset < End; ++J)
    Done.insert(unsigned(J));
  edit("dropped-flag", Begin, End, New,
       withNote(quoted(Text.slice(Begin, End)) + " becomes " + quoted(New), R),
       R.Name);
}

/// `-arch=$(ARCH)`, where all that the script says of it is `ARCH = sm_60`:
/// flag and variable change together.
bool ScriptPort::archOfVariable(const BuildRule &R, size_t I) {
  const Token &T = Tokens[I];
  auto [Flag, Value] = T.Text.split('=');
  bool IsReference = Value.size() > 3 && Value[0] == '$' &&
                     (Value[1] == '(' || Value[1] == '{') &&
                     Value.find_first_of("$)}", 2) == Value.size() - 1;
  if (!IsReference)
    return false;
  StringRef Name = Value.drop_front(2).drop_back();
  auto [NewFlag, NewValue] = StringRef(R.To).split('=');
  std::vector<const Token *> Set;
  for (size_t J = 0; J + 1 < Tokens.size(); ++J) {
    const Token &V = Tokens[J + 1];
    bool IsSet = Tokens[J].Text == Name && V.Statement == Tokens[J].Statement &&
                 (Tokens[J].At == Token::Place::Assigned ||
                  Tokens[J].Command.equals_insensitive("set"));
    if (!IsSet)
      continue;
    bool IsArch = V.Text.starts_with("sm_") || V.Text.starts_with("compute_");
    if (!IsArch)
      return false;
    Set.push_back(&V);
  }
  if (Set.empty())
    return false;
  Done.insert(unsigned(I));
  edit("build-arch", T.Offset, T.Offset + unsigned(Flag.size()), NewFlag.str(),
       quoted(Flag) + " becomes " + quoted(NewFlag), R.Name);
  for (const Token *V : Set) {
    edit("build-arch", V->Offset, V->end(), NewValue.str(),
         quoted(V->Text) + " becomes " + quoted(NewValue), R.Name);
    tellArch(R, V->Offset, V->end(), NewValue);
  }
  return true;
}

void ScriptPort::tellArch(const BuildRule &R, unsigned Begin, unsigned End,
                          StringRef Written) {
  if (!ToldArch)
    tell("build-arch", Begin, End, Severity::Warning,
         withNote("CUDA architectures have no MUSA number; " + quoted(Written) +
                      " was written",
                  R),
         R.Name);
  ToldArch = true;
}

/// No CUDA architecture has a number on MUSA: one flag is written for all that
/// a statement names, and a person is told once.
void ScriptPort::arch(const BuildRule &R, size_t First, size_t Last) {
  const Token &T = Tokens[First];
  unsigned Begin = T.Offset,
           End = First == Last ? T.end() : Tokens[Last].itemEnd();
  StringRef Old = Text.slice(Begin, End);
  bool Missing = R.TakesValue && First == Last && !T.Text.contains('=');
  auto Range = rangeToDrop(First, Last);
  if (archOfVariable(R, First))
    return;
  if (Missing || !Range || Old.contains('$') || Old.contains('{'))
    return tellRule(R, Begin, End);
  for (size_t I = First; I < Tokens.size() && Tokens[I].Offset < End; ++I)
    Done.insert(unsigned(I));
  if (!ArchDone.insert(T.Statement).second) {
    DroppedUntil = Range->End;
    return edit("build-arch", Range->Begin, Range->End, "",
                quoted(Old) + " goes: one MUSA architecture stands for all",
                R.Name);
  }
  // Of two items of a list, the first becomes the flag.
  unsigned EditEnd =
      T.Whole && T.quoted() && S.Syntax == ScriptSyntax::Python ? T.end() : End;
  if (EditEnd == T.end() && Last != First)
    if (auto Value =
            listItemToDrop(Tokens[Last].QuoteBegin, Tokens[Last].QuoteEnd)) {
      DroppedUntil = Value->End;
      edit("build-arch", Value->Begin, Value->End, "",
           quoted(Tokens[Last].Text) + " goes with " + quoted(T.Text), R.Name);
    }
  edit("build-arch", Begin, EditEnd, R.To,
       quoted(Old) + " becomes " + quoted(R.To), R.Name);
  tellArch(R, Begin, End, R.To);
}

//===----------------------------------------------------------------------===//
// CMake's packages and languages
//===----------------------------------------------------------------------===//

void ScriptPort::enterBlock(StringRef Command) {
  std::string C = Command.lower();
  bool Opens = is_contained({"if", "foreach", "while", "function", "macro"}, C);
  bool Middle = C == "else" || C == "elseif";
  if ((Middle || StringRef(C).starts_with("end")) && !Blocks.empty())
    Blocks.pop_back();
  if (Opens || Middle)
    Blocks.push_back(++LastBlock);
}

/// Those lines of the rule that no enclosing block has yet, for a place with
/// the indentation of the line of `At`.
std::string ScriptPort::lines(const BuildRule &R, unsigned At) {
  size_t LineBegin = Text.rfind('\n', At) + 1;
  StringRef Indent = Text.slice(LineBegin, At).take_while([](char C) {
    return C == ' ' || C == '\t';
  });
  size_t LineEnd = Text.find('\n', At);
  bool Crlf =
      LineEnd != StringRef::npos && LineEnd && Text[LineEnd - 1] == '\r';
  std::string Result;
  for (const std::string &Line : R.Insert) {
    auto &Where = InsertedIn[Line];
    bool Seen = Text.take_front(At).contains(Line) ||
                any_of(Where, [&](ArrayRef<unsigned> Outer) {
                  return Outer.size() <= Blocks.size() &&
                         Outer == ArrayRef(Blocks).take_front(Outer.size());
                });
    if (Seen)
      continue;
    Where.push_back(Blocks);
    Result += Indent.str() + Line + (Crlf ? "\r\n" : "\n");
  }
  return Result;
}

void ScriptPort::insertBefore(const BuildRule &R, size_t I) {
  unsigned Statement = Tokens[I].Statement;
  auto Call = find_if(Tokens, [&](const Token &T) {
    return T.Statement == Statement && T.At == Token::Place::Command;
  });
  unsigned LineBegin = unsigned(Text.rfind('\n', Call->Offset) + 1);
  std::string New = lines(R, Call->Offset);
  if (!New.empty())
    edit("build-rule", LineBegin, LineBegin, New,
         withNote(quoted(R.To) + " needs this", R), R.Name);
}

/// `find_package(CUDA 11.0 REQUIRED)`: the version is CUDA's.
void ScriptPort::package(const BuildRule &R, size_t I) {
  const Token &T = Tokens[I];
  if (I == 0 || Tokens[I - 1].At != Token::Place::Command)
    return; // no package, but a component of one
  insertBefore(R, I);
  replace(R, T.Offset, T.end());
  if (I + 1 == Tokens.size() || Tokens[I + 1].Statement != T.Statement)
    return;
  const Token &Next = Tokens[I + 1];
  StringRef V = Next.Text;
  bool IsVersion =
      isDigit(V[0]) && V.find_first_not_of("0123456789.<") == StringRef::npos;
  if (!IsVersion)
    return;
  edit("build-rule", T.end(), Next.end(), "",
       "version " + quoted(V) + " of CUDA goes", R.Name);
  tell("partial-build", Next.Offset, Next.end(), Severity::Warning,
       "version " + quoted(V) +
           " is CUDA's and was dropped; MUSA's versions are counted apart",
       R.Name);
}

/// `project(x LANGUAGES CXX CUDA)`: MUSA is enabled after it.
void ScriptPort::language(const BuildRule &R, size_t I) {
  const Token &T = Tokens[I];
  if (I == 0 || Tokens[I - 1].At == Token::Place::Command)
    return; // the project's name
  EnablesLanguage = true;
  bool HasCxx = any_of(Tokens, [&](const Token &Other) {
    return Other.Statement == T.Statement && Other.Text == "CXX";
  });
  auto Range = rangeToDrop(I, I);
  std::string Why = withNote("MUSA is enabled after the project", R);
  if (HasCxx && Range) {
    DroppedUntil = Range->End;
    edit("build-rule", Range->Begin, Range->End, "", Why, R.Name);
  } else {
    edit("build-rule", T.Offset, T.end(), "CXX", Why, R.Name);
  }
  size_t Last = I;
  while (Last + 1 < Tokens.size() && Tokens[Last + 1].Statement == T.Statement)
    ++Last;
  size_t End = Text.find(')', Tokens[Last].itemEnd());
  while (End != StringRef::npos && isComment(unsigned(End)))
    End = Text.find(')', End + 1);
  if (End == StringRef::npos)
    return;
  auto Call = find_if(Tokens, [&](const Token &Other) {
    return Other.Statement == T.Statement;
  });
  std::string New = lines(R, Call->Offset);
  if (!New.empty()) {
    // After the rest of the line, a comment maybe.
    size_t LineEnd = Text.find('\n', End);
    if (LineEnd == StringRef::npos) {
      New = "\n" + New;
      LineEnd = Text.size() - 1;
    }
    edit("build-rule", unsigned(LineEnd) + 1, unsigned(LineEnd) + 1, New, Why,
         R.Name);
  }
  tell("partial-build", T.Offset, T.end(), Severity::Warning, Why, R.Name);
}

} // namespace musify
