// What an argument of Python is about, where the word before it does not say:
// options, comparisons, and arguments that functions hand on.
#include "Build/ScriptPort.h"
#include "Platform/Platform.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace musify {

static StringRef lastName(StringRef Dotted) {
  return Dotted.substr(Dotted.rfind('.') + 1);
}

/// `add_argument("--device", default="cuda")`: a value of an option whose name
/// fits.
bool ScriptPort::isOfOption(size_t I, StringRef Glob) const {
  const Token &T = Tokens[I];
  if (!is_contained({"add_argument", "add_option", "option", "Option"},
                    lastName(T.Command)) ||
      !is_contained({"default", "choices", "const"}, T.Keyword))
    return false;
  constexpr size_t Furthest = 64; // tokens that are looked at
  size_t Stop = I < Furthest ? 0 : I - Furthest;
  for (size_t J = I; J-- > Stop;) {
    const Token &Each = Tokens[J];
    if (Each.Command.data() != T.Command.data())
      return false;
    if (Each.Whole && Each.Text.starts_with("-") && fitsGlob(Glob, Each.Text))
      return true;
  }
  return false;
}

/// `device in ("cpu", "cuda")`, `device.startswith("cuda")`.
bool ScriptPort::isComparedWith(size_t I, StringRef Glob) const {
  const Token &T = Tokens[I];
  auto [Object, Method] = T.Command.rsplit('.');
  if (T.Bracket == '(' &&
      is_contained({"startswith", "removeprefix", "replace", "split", "count"},
                   Method))
    return fitsGlob(Glob, Object);
  size_t J = firstOfStatement(I);
  bool InList = T.Bracket && J > 1 && Tokens[J - 1].Text == "in" &&
                Tokens[J - 1].At == Token::Place::Name;
  if (!InList)
    return false;
  J -= Tokens[J - 2].Text == "not" && J > 2;
  return Tokens[J - 2].At == Token::Place::Name &&
         fitsGlob(Glob, Tokens[J - 2].Text);
}

/// `@pytest.mark.parametrize("device", ["cpu", pytest.param("cuda")])`: a value
/// of one parameter whose name fits.
bool ScriptPort::isParameter(size_t I, StringRef Glob) const {
  size_t First = firstOfStatement(I);
  if (First == I && First && lastName(Tokens[I].Command) == "param")
    First = firstOfStatement(--I);
  if (!First || !Tokens[I].Bracket)
    return false;
  const Token &Name = Tokens[First - 1];
  return Name.Whole && Name.quoted() && !Name.Text.contains(',') &&
         lastName(Name.Command) == "parametrize" && fitsGlob(Glob, Name.Text);
}

/// A reference belongs to the word around it, which comes first.
bool ScriptPort::standsBehind(size_t I, StringRef Glob) const {
  bool Follows = I && Tokens[I - 1].Statement == Tokens[I].Statement &&
                 fitsGlob(Glob, Tokens[I - 1].Text);
  if (Follows || S.Syntax != ScriptSyntax::Python)
    return Follows;
  return isOfOption(I, Glob) || isComparedWith(I, Glob) || isParameter(I, Glob);
}

/// The call, the keyword, or the list that `Call` names: `libraries=[...]`,
/// `libraries.append(...)`, `LIBS = [...]` where `libraries=LIBS`.
bool ScriptPort::isOf(const BuildRule &R, const Token &T,
                      StringRef Call) const {
  auto [Object, Method] = T.Command.rsplit('.');
  if (T.Command.equals_insensitive(Call) || T.Keyword == Call || Method == Call)
    return true;
  if (Call.contains('.'))
    return fullName(T.Command) == Call;
  if (S.Syntax == ScriptSyntax::Make)
    return ListsOf.lookup(T.Keyword) == Call;
  if (S.Syntax != ScriptSyntax::Python)
    return false;
  auto Gets = [&](const StringMap<StringSet<>> &Calls, StringRef Name) {
    auto It = Calls.find(Name);
    return It != Calls.end() && It->second.contains(Call);
  };
  if (R.At == Place::Keyword)
    return Gets(Tree.HandingOn, lastName(T.Command)) ||
           (T.Command == "dict" && Gets(HandedOn, T.Keyword)) ||
           (T.quoted() && T.Bracket == '{' && Gets(HandedOn, T.Keyword)) ||
           (T.quoted() && T.Bracket == '[' && Gets(HandedOn, T.Command));
  if (R.Do != Action::Table)
    return false;
  bool Extends = is_contained({"append", "extend", "insert"}, Method);
  if (Extends && lastName(Object) == Call)
    return true;
  StringRef List = Extends ? Object : T.Bracket == '[' ? T.Keyword : "";
  auto It = ListsOf.find(List);
  return It != ListsOf.end() && It->second == Call;
}

/// Which names are values of the keywords of calls: `LIBS` in `libraries=LIBS`.
void ScriptPort::findLists() {
  if (S.Syntax == ScriptSyntax::Make)
    return findLibraryLists();
  if (S.Syntax != ScriptSyntax::Python)
    return;
  for (const Token &T : Tokens)
    if (T.At == Token::Place::Name && T.Bracket == '(' && !T.Keyword.empty() &&
        T.Text != T.Keyword)
      ListsOf.try_emplace(T.Text, T.Keyword);
  for (size_t I = 0; I < Tokens.size(); ++I)
    if (StringRef Name = spreadAt(Tokens, Text, I); !Name.empty())
      HandedOn[Name].insert(lastName(Tokens[I].Command));
}

StringRef spreadAt(ArrayRef<ScriptToken> Tokens, StringRef Text, size_t I) {
  const ScriptToken &T = Tokens[I];
  bool IsSpread = T.At == ScriptToken::Place::Name && T.Bracket == '(' &&
                  T.Offset > 1 && Text.slice(T.Offset - 2, T.Offset) == "**";
  return IsSpread ? T.Text : StringRef();
}

/// `def plugin(name, **kwargs)` with `load(name, **kwargs)` in it: what calls
/// it gives the arguments of `load`. True if one is new.
bool BuildTree::addHandingOn(const Script &S, const StringSet<> &Known) {
  ArrayRef<ScriptToken> Tokens = S.Scan.Tokens;
  StringMap<StringRef> Defined; // `kwargs` → the last function that has it
  bool IsNew = false;
  for (size_t I = 0; I < Tokens.size(); ++I) {
    StringRef Name = spreadAt(Tokens, S.Text, I);
    if (Name.empty())
      continue;
    StringRef Call = Tokens[I].Command;
    bool Defines = S.Text.take_front(size_t(Call.data() - S.Text.data()))
                       .rtrim(" \t")
                       .ends_with("def");
    if (Defines) {
      Defined[Name] = Call;
      continue;
    }
    auto It = Defined.find(Name);
    if (It == Defined.end())
      continue;
    Call = lastName(Call);
    if (Known.contains(Call))
      IsNew |= HandingOn[It->second].insert(Call).second;
    else if (auto Next = HandingOn.find(Call); Next != HandingOn.end())
      for (const auto &Each : StringSet<>(Next->second))
        IsNew |= HandingOn[It->second].insert(Each.getKey()).second;
  }
  return IsNew;
}

void BuildTree::findHandingOn(ArrayRef<const Script *> Scripts,
                              const BuildRules &Rules) {
  StringSet<> Known;
  for (const BuildRule *R : Rules.at(BuildRule::Place::Keyword))
    for (StringRef Call : R->Of)
      Known.insert(Call);
  for (bool IsNew = true; IsNew;) {
    IsNew = false;
    for (const Script *S : Scripts)
      if (S->Syntax == ScriptSyntax::Python)
        IsNew |= addHandingOn(*S, Known);
  }
}

/// A keyword that a function or an object of the tree has itself is none of the
/// loader's: `SimpleNamespace(cuda_flags=x)` with `params.cuda_flags`.
void BuildTree::addParameters(const Script &S) {
  ArrayRef<ScriptToken> Tokens = S.Scan.Tokens;
  StringRef Function;
  for (size_t I = 1; I < Tokens.size(); ++I) {
    const ScriptToken &T = Tokens[I];
    if (Tokens[I - 1].Text == "def" && T.At == ScriptToken::Place::Name)
      Function = T.Text;
    bool IsParameter = T.At == ScriptToken::Place::Name && T.Bracket == '(' &&
                       !Function.empty() && T.Command.data() == Function.data();
    StringRef Name = lastName(T.Text);
    bool IsMember = T.At == ScriptToken::Place::Name && Name != T.Text;
    if ((IsParameter || IsMember) &&
        Name.contains(sourcePlatform().NamespaceName))
      Parameters.insert(Name);
  }
}

} // namespace musify
