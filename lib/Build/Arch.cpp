// Flags that name architectures.
#include "Build/ScriptPort.h"
#include "Platform/Platform.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {

/// In a rule's text: the architecture that is ported to.
static constexpr StringLiteral ArchPlace = "{arch}";

/// `-arch=$(ARCH)`, where all that the script says of it is `ARCH = sm_60`:
/// flag and variable change together.
bool ScriptPort::archOfVariable(const BuildRule &R, size_t I) {
  const Token &T = Tokens[I];
  auto [Flag, Value] = T.Text.split('=');
  bool IsReference = Value.size() > 3 && Value[0] == '$' &&
                     (Value[1] == '(' || Value[1] == '{') &&
                     Value.find_first_of("$)}", 2) == Value.size() - 1;
  if (!IsReference || Tree.Archs.size() > 1)
    return false;
  StringRef Name = Value.drop_front(2).drop_back();
  std::string Flags = archText(R, " ");
  auto [NewFlag, NewValue] = StringRef(Flags).split('=');
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
       say(msg::Becomes, Flag, NewFlag), R.Name);
  for (const Token *V : Set) {
    edit("build-arch", V->Offset, V->end(), NewValue.str(),
         say(msg::Becomes, V->Text, NewValue), R.Name);
    reportArch(R, V->Offset, V->end(), NewValue);
  }
  return true;
}

void ScriptPort::reportArch(const BuildRule &R, unsigned Begin, unsigned End,
                            StringRef Written) {
  if (!ReportedArch && !Tree.ArchsChosen)
    report(Begin, End, withNote(say(msg::BuildArch, Written), R), R.Name);
  ReportedArch = true;
}

/// The flag for each architecture that is ported to.
std::string ScriptPort::archText(const BuildRule &R,
                                 StringRef Separator) const {
  if (!StringRef(R.To).contains(ArchPlace))
    return R.To;
  auto [Before, After] = StringRef(R.To).split(ArchPlace);
  std::vector<std::string> Flags;
  for (const std::string &Arch : Tree.Archs)
    Flags.push_back((Before + Arch + After).str());
  return join(Flags, Separator);
}

/// `-arch arm64`: a literal that names no CUDA architecture. Apple's Clang has
/// a flag of that name for the host.
static bool isOtherArch(StringRef Value) {
  bool IsPlain = all_of(Value, [](char C) { return isAlnum(C) || C == '_'; });
  for (StringRef Begin : {"sm_", "compute_", "lto_", "native", "all"})
    if (Value.starts_with(Begin))
      return false;
  return IsPlain && !Value.empty();
}

/// Flags in one generator expression are there or not there together; so are
/// those of a statement.
unsigned ScriptPort::archGroup(const Token &T) const {
  if (!T.InGenerator)
    return T.Statement;
  unsigned Begin = T.Offset;
  for (int Depth = 1; Begin && Depth;) {
    --Begin;
    Depth += Text[Begin] == '>';
    Depth -= Text.substr(Begin).starts_with("$<");
  }
  return ~Begin; // no statement's number
}

/// What stands before the item in its line, `  flags.append(`, if all else of
/// the line closes this call; empty if not.
StringRef ScriptPort::appending(const Token &T) const {
  StringRef Before = Text.take_front(T.itemBegin());
  if (!T.quoted() || !T.Whole || !Before.ends_with(".append("))
    return "";
  StringRef Rest = Text.substr(T.itemEnd()).ltrim(" \t");
  bool Closes = Rest.consume_front(")");
  Rest = Rest.ltrim(" \t\r");
  bool EndsLine = Rest.empty() || Rest.front() == '\n';
  return Closes && EndsLine ? Before.substr(Before.rfind('\n') + 1) : "";
}

/// `flags.append("-gencode")` and, in the next line, the same call with its
/// value: the first gives MUSA's flag, once for all such pairs in a row.
bool ScriptPort::archAppended(const BuildRule &R, size_t I) {
  const Token &T = Tokens[I];
  StringRef Head = appending(T);
  if (Head.empty() || Tree.Archs.size() > 1)
    return false;
  size_t Next = I + 1;
  while (Next < Tokens.size() && !Tokens[Next].quoted())
    ++Next;
  if (Next == Tokens.size())
    return false;
  const Token &Value = Tokens[Next];
  unsigned Line = unsigned(Head.begin() - Text.begin());
  size_t ValueLine = Text.find('\n', T.itemEnd()) + 1;
  size_t End = Text.find('\n', Value.itemEnd());
  bool Fits = Value.Text.starts_with("arch=") && !Value.Prefix &&
              appending(Value) == Head && End != StringRef::npos &&
              ValueLine + Head.size() == Value.itemBegin();
  if (!Fits)
    return false;
  unsigned After = unsigned(End) + 1;
  skipTokens(T.Offset, After);
  if (ArchAppended == Head && ArchAppendedUntil == Line) {
    edit("build-arch", Line, After, "", say(msg::BuildArchMerged, Value.Text),
         R.Name);
  } else {
    std::string New = archText(R, " ");
    edit("build-arch", T.Offset, T.end(), New, say(msg::Becomes, T.Text, New),
         R.Name);
    edit("build-arch", unsigned(ValueLine), After, "",
         say(msg::BuildDroppedWith, Value.Text, T.Text), R.Name);
    reportArch(R, T.Offset, T.end(), New);
  }
  ArchAppended = Head;
  ArchAppendedUntil = After;
  return true;
}

/// True if an argument of the same call names an architecture of MUSA's
/// already: it was ported before.
bool ScriptPort::isBesideArch(const Token &T) const {
  return llvm::any_of(Tokens, [&](const Token &Other) {
    return Other.Statement == T.Statement &&
           Other.Text.starts_with(targetPlatform().Compiler.ArchitectureFlag);
  });
}

/// No CUDA architecture has a number on MUSA: the same flags are written for
/// all that a statement names, and they are reported once.
void ScriptPort::arch(const BuildRule &R, size_t First, size_t Last) {
  const Token &T = Tokens[First];
  unsigned Begin = T.Offset, End = endOfFlag(First, Last);
  StringRef Old = Text.slice(Begin, End);
  if (First != Last && Tokens[Last].quoted() && isOtherArch(Tokens[Last].Text))
    return;
  bool Missing = R.TakesValue && First == Last && !T.Text.contains('=');
  auto Range = rangeToDrop(First, Last);
  if (archOfVariable(R, First))
    return;
  // `("-gencode=x " "-gencode=y")` is one string: a part of it is left empty.
  StringRef Before = Text.take_front(T.itemBegin()).rtrim();
  bool IsJoined = S.Syntax == ScriptSyntax::Python && T.Whole && T.quoted() &&
                  (Before.ends_with("\"") || Before.ends_with("'"));
  if (IsJoined && !Range && First == Last && ArchDone.contains(archGroup(T)))
    return edit("build-arch", Begin, End, "",
                say(msg::BuildArchMerged, oneLine(Old)), R.Name);
  if (Missing && archAppended(R, First))
    return;
  if (!Range && T.Bracket == '(' && !ArchDone.contains(archGroup(T)) &&
      isBesideArch(T))
    ArchDone.insert(archGroup(T));
  // An argument of a call can become another, and nothing more.
  bool IsArgument = !Range && First == Last && T.Whole && T.quoted() &&
                    T.Bracket == '(' && !ArchDone.contains(archGroup(T));
  bool IsOneOnly = IsArgument || (T.Whole && T.quoted() && T.Bracket != '[' &&
                                  S.Syntax == ScriptSyntax::Python);
  if (IsOneOnly && Tree.Archs.size() > 1)
    return reportRule(R, Begin, End);
  if (Missing || (!Range && !IsArgument) || Old.contains('$') ||
      Old.contains('{'))
    return reportRule(R, Begin, End);
  for (size_t I = First; I < Tokens.size() && Tokens[I].Offset < End; ++I)
    Done.insert(unsigned(I));
  if (!ArchDone.insert(archGroup(T)).second) {
    DroppedUntil = Range->End;
    return edit("build-arch", Range->Begin, Range->End, "",
                say(msg::BuildArchMerged, oneLine(Old)), R.Name);
  }
  // Of two items of a list, the first becomes the flag.
  unsigned EditEnd =
      T.Whole && T.quoted() && S.Syntax == ScriptSyntax::Python ? T.end() : End;
  if (EditEnd == T.end() && Last != First)
    if (auto Value =
            listItemToDrop(Tokens[Last].itemBegin(), Tokens[Last].itemEnd())) {
      DroppedUntil = Value->End;
      edit("build-arch", Value->Begin, Value->End, "",
           say(msg::BuildDroppedWith, Tokens[Last].Text, T.Text), R.Name);
    }
  // Items of Python's lists and of CMake's have a text each.
  char Quote = T.quoted() ? Text[T.QuoteBegin] : 0;
  bool IsPython = S.Syntax == ScriptSyntax::Python && T.Whole && T.quoted();
  std::string New = archText(R, IsPython ? Quote + std::string(", ") + Quote
                                : isListItem(T) ? ";"
                                                : " ");
  edit("build-arch", Begin, EditEnd, New, say(msg::Becomes, oneLine(Old), New),
       R.Name);
  reportArch(R, Begin, End, archText(R, " "));
}

} // namespace musify
