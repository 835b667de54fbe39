#include "Build/Port.h"
#include "Platform/Platform.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {

/// The first two letters of `Text` as an index.
static size_t pairAt(StringRef Text) {
  return size_t(uint8_t(Text[0])) << 8 | uint8_t(Text[1]);
}

BuildRules::BuildRules(std::vector<BuildRule> All) : Rules(std::move(All)) {
  for (const BuildRule &R : Rules) {
    StringRef From = R.From;
    if (From.starts_with("*"))
      for (auto &Mine : Globs)
        Mine.push_back(&R);
    else if (From.ends_with("*"))
      Globs[uint8_t(From.front())].push_back(&R);
    else
      Exact[From].push_back(&R);
    ByPlace[size_t(R.At)].push_back(&R);
    if (R.At == BuildRule::Place::Sign)
      SignBegins.set(pairAt(From));
    if (R.At != BuildRule::Place::Attribute)
      continue;
    if (From.contains('*'))
      AttributeGlobs.push_back(&R);
    else
      AttributeHeads.insert(From.split('.').first);
  }
}

bool fitsGlob(StringRef Glob, StringRef Text) {
  if (!Glob.contains('*'))
    return Glob == Text;
  bool Front = Glob.consume_front("*"), Back = Glob.consume_back("*");
  if (Front && Back)
    return Text.contains(Glob);
  return Front ? Text.ends_with(Glob) : Text.starts_with(Glob);
}

SmallVector<const BuildRule *, 16> BuildRules::matching(StringRef Text) const {
  SmallVector<const BuildRule *, 16> Found;
  if (auto It = Exact.find(Text); It != Exact.end())
    append_range(Found, It->second);
  for (const BuildRule *R : Globs[Text.empty() ? 0 : uint8_t(Text.front())])
    if (fitsGlob(R->From, Text))
      Found.push_back(R);
  return Found;
}

bool BuildRules::mayBeAttribute(StringRef Name) const {
  return AttributeHeads.contains(Name.split('.').first) ||
         any_of(AttributeGlobs,
                [&](const BuildRule *R) { return fitsGlob(R->From, Name); });
}

bool BuildRules::hasAttributesBelow(StringRef Name) const {
  return any_of(AttributeGlobs, [&](const BuildRule *R) {
    StringRef From = R->From;
    return From.consume_back("*") && From == Name;
  });
}

CodeSigns BuildRules::signsIn(ScriptSyntax S, StringRef Text) const {
  CodeSigns Found;
  for (; Text.size() > 1 && !Found.Builds; Text = Text.drop_front()) {
    if (!SignBegins[pairAt(Text)])
      continue;
    for (const BuildRule *R : at(BuildRule::Place::Sign))
      if (R->Syntaxes & (1u << unsigned(S)) && Text.starts_with(R->From))
        (R->AtRunTime ? Found.Runs : Found.Builds) = true;
  }
  return Found;
}

Script readScript(StringRef Path, ScriptSyntax S, StringRef Text,
                  const BuildRules &Rules) {
  bool MayRunAlone =
      S == ScriptSyntax::Python && sys::path::filename(Path) != "setup.py";
  Script Out{Path.str(), S, Text, scanScript(Text, S),
             !MayRunAlone || Rules.signsIn(S, Text).Builds};
  Out.Sources = findSources(Text, Out.Scan, S);
  // Their words are none of the script's; variables in them are.
  erase_if(Out.Scan.Tokens, [&](const ScriptToken &T) {
    return T.At == ScriptToken::Place::Word && Out.isSource(T.Offset);
  });
  return Out;
}

bool Script::isSource(unsigned Offset) const {
  auto After = partition_point(
      Sources, [&](const ScriptText &R) { return R.Begin <= Offset; });
  return After != Sources.begin() && std::prev(After)->holds(Offset);
}

/// `NAME = words`: the tokens of the line that have the name as their keyword.
/// `for NAME in words`: those behind it.
static void addValues(const Script &S, BuildTree &Tree) {
  StringRef Loop;
  const ScriptToken *Last = nullptr;
  for (const ScriptToken &T : S.Scan.Tokens) {
    if (!T.Keyword.empty() && T.At != ScriptToken::Place::Assigned)
      Tree.Values[T.Keyword].push_back(&T);
    if (T.At == ScriptToken::Place::Command)
      Loop = Last && Last->Text == "for" ? T.Text : StringRef();
    else if (!Loop.empty() && T.Command.data() == Loop.data() && T.Text != "in")
      Tree.Values[Loop].push_back(&T);
    Last = &T;
  }
}

/// `project(x LANGUAGES CUDA)`, `enable_language(CUDA)`.
static bool enablesLanguage(const Script &S, const ScriptToken &Call) {
  bool MayDo = Call.Text.equals_insensitive("project") ||
               Call.Text.equals_insensitive("enable_language");
  return MayDo && any_of(S.Scan.Tokens, [&](const ScriptToken &T) {
           return T.Statement == Call.Statement &&
                  (T.Text == sourcePlatform().Prefixes.Word ||
                   T.Text == targetPlatform().Prefixes.Word);
         });
}

/// `import a.b`, `from a.b import c`: `a.b`, and `a.b.c`.
void BuildTree::addImports(const Script &S) {
  ArrayRef<ScriptToken> Tokens = S.Scan.Tokens;
  for (size_t I = 0; I + 1 < Tokens.size(); ++I) {
    bool IsImport =
        Tokens[I].At == ScriptToken::Place::Name && Tokens[I].Text == "import";
    if (!IsImport)
      continue;
    std::string From;
    if (I > 1 && Tokens[I - 2].Text == "from") {
      From = Tokens[I - 1].Text.str();
      Imported.insert(From);
      From += ".";
    }
    unsigned Statement = Tokens[I + 1].Statement; // may be that of a bracket
    for (size_t J = I + 1;
         J < Tokens.size() && Tokens[J].Statement == Statement; ++J)
      Imported.insert((From + Tokens[J].Text).str());
  }
}

void BuildTree::add(const Script &S) {
  if (S.Syntax == ScriptSyntax::Python) {
    addImports(S);
    addParameters(S);
  }
  if (S.Syntax == ScriptSyntax::Make || S.Syntax == ScriptSyntax::Shell)
    addValues(S, *this);
  if (isCython(S.Path))
    addCythonNames(S);
  if (S.Syntax == ScriptSyntax::Python &&
      sys::path::filename(S.Path) != "setup.py") {
    Modules.insert(sys::path::stem(S.Path));
    Modules.insert(sys::path::filename(sys::path::parent_path(S.Path)));
  }
  if (S.Syntax != ScriptSyntax::CMake)
    return;
  StringRef Name = sys::path::filename(S.Path);
  if (Name.consume_front("Find") && Name.consume_back(".cmake"))
    Packages.insert(Name);
  const ScriptToken *Call = nullptr;
  for (const ScriptToken &T : S.Scan.Tokens) {
    if (T.At == ScriptToken::Place::Command) {
      Call = &T;
      continue;
    }
    if (!Call || T.At != ScriptToken::Place::Word ||
        T.Statement != Call->Statement)
      continue;
    StringRef Command = Call->Text;
    UsesLanguage |= enablesLanguage(S, *Call);
    if (Command.equals_insensitive("function") ||
        Command.equals_insensitive("macro"))
      Commands.insert(T.Text.lower());
    if (Command.equals_insensitive("add_library") ||
        Command.equals_insensitive("add_executable"))
      Targets.insert(T.Text);
    Call = nullptr; // only the first argument
  }
}

} // namespace musify
