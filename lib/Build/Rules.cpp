#include "Build/Port.h"
#include "Platform/Platform.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {

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

bool isBuildCode(ScriptSyntax S, StringRef Text, const BuildRules &Rules,
                 bool AtRunTime) {
  return any_of(Rules.at(BuildRule::Place::Sign), [&](const BuildRule *R) {
    return R->AtRunTime == AtRunTime && R->Syntaxes & (1u << unsigned(S)) &&
           Text.contains(R->From);
  });
}

/// `NAME = words`: the tokens of the line that have the name as their keyword.
static void addValues(const Script &S, BuildTree &Tree) {
  for (const ScriptToken &T : S.Scan.Tokens)
    if (!T.Keyword.empty() && T.At != ScriptToken::Place::Assigned)
      Tree.Values[T.Keyword].push_back(&T);
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

void BuildTree::add(const Script &S) {
  if (S.Syntax == ScriptSyntax::Make || S.Syntax == ScriptSyntax::Shell)
    addValues(S, *this);
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
