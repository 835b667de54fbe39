// nvcc links the runtime by itself, mcc does not: a call that links names it.
#include "Build/ScriptPort.h"
#include "Platform/Platform.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <array>

using namespace llvm;

namespace musify {

/// Which word begins what the shell reads: `2` of `nvcc a.cu > log 2>&1` or
/// what follows the first `>`.
size_t ScriptPort::redirectionAt(ArrayRef<const Token *> Words,
                                 unsigned Begin) const {
  for (size_t I = 0; I < Words.size(); ++I) {
    const Token &T = *Words[I];
    bool IsNumber = all_of(T.Text, isDigit) &&
                    StringRef("<>").contains(Text.substr(T.end()).take_front());
    StringRef Between =
        T.Offset > Begin ? Text.slice(Begin, T.Offset) : StringRef();
    if ((IsNumber && T.end() < Text.size()) || Between.contains('>') ||
        Between.contains('<'))
      return I;
    Begin = std::max(Begin, T.end());
  }
  return Words.size();
}

/// The words that follow a command, up to the next one.
std::vector<const ScriptToken *> ScriptPort::argumentsOf(size_t I) const {
  std::vector<const Token *> Out;
  const Token &Call = Tokens[I];
  bool IsCommand = Call.At == Token::Place::Command;
  StringRef Program = IsCommand ? Call.Text : Call.Command;
  for (size_t J = I + 1; J < Tokens.size(); ++J)
    if (Tokens[J].Statement == Call.Statement && !Tokens[J].Prose &&
        Tokens[J].Command.data() == Program.data() &&
        Tokens[J].Offset >= Call.end())
      Out.push_back(&Tokens[J]);
  bool IsLine =
      S.Syntax == ScriptSyntax::Make || S.Syntax == ScriptSyntax::Shell;
  if (IsLine)
    Out.resize(redirectionAt(Out, Call.end()));
  return Out;
}

/// The words of a variable and of those that it reads.
void ScriptPort::valuesOf(StringRef Variable, StringSet<> &Seen,
                          std::vector<StringRef> &Out) const {
  auto Known = Tree.Values.find(Variable);
  if (Known == Tree.Values.end() || !Seen.insert(Variable).second)
    return;
  for (const ScriptToken *T : Known->second)
    if (T->At == Token::Place::Reference)
      valuesOf(T->Text, Seen, Out);
    else
      Out.push_back(T->Text);
}

/// What the words say, those of variables included.
std::vector<StringRef>
ScriptPort::spelledOut(ArrayRef<const Token *> Words) const {
  std::vector<StringRef> Out;
  StringSet<> Seen;
  for (const Token *T : Words)
    if (T->At == Token::Place::Reference)
      valuesOf(T->Text, Seen, Out);
    else if (T->At == Token::Place::Word)
      Out.push_back(T->Text);
  return Out;
}

/// `-lcudart`, `-lmusart_static`, `libcudart.so`, `-cudart=static`.
static bool namesRuntime(StringRef Word, const BuildRule &R) {
  return any_of(R.Unless, [&](StringRef Name) { return Word.contains(Name); });
}

static bool isObjectName(StringRef Word) {
  return any_of(std::array{".o", ".obj", ".ptx", ".cubin", ".a", ".fatbin"},
                [&](StringRef S) { return Word.ends_with(S); });
}

/// True if a call with these words makes a program or a shared library.
static bool links(ArrayRef<StringRef> Words, const BuildRule &R) {
  bool HasInput = false;
  for (size_t I = 0; I < Words.size(); ++I) {
    StringRef W = Words[I];
    if (is_contained(R.Of, W) || (W.starts_with("-M") && !W.starts_with("-Ma")))
      return false;
    if (W == "-o" && I + 1 < Words.size() && isObjectName(Words[I + 1]))
      return false;
    bool IsValue = I && (Words[I - 1] == "-o" || Words[I - 1] == "-I");
    HasInput |= !W.starts_with("-") && !IsValue && W != "$@" && W != "$*";
  }
  return HasInput;
}

/// `srun nvcc a.cu`: a program calls another one.
bool ScriptPort::isCalledByOther(const Token &T) const {
  bool IsLine =
      S.Syntax == ScriptSyntax::Make || S.Syntax == ScriptSyntax::Shell;
  if (!IsLine || T.At != Token::Place::Word || T.Prose || T.quoted() ||
      T.Command.empty() || !isDeviceCompiler(T.Text))
    return false;
  StringRef Suffix = sourcePlatform().SourceSuffix;
  return any_of(argumentsOf(size_t(&T - Tokens.data())), [&](const Token *Arg) {
    return Arg->Text.ends_with(Suffix) ||
           Arg->Text.ends_with(targetPlatform().SourceSuffix);
  });
}

bool ScriptPort::callsCompiler(const Token &T, StringRef Compiler) const {
  if (T.At != Token::Place::Command)
    return isCalledByOther(T);
  StringRef Program = T.Text.substr(T.Text.rfind('/') + 1);
  if (Program == Compiler || Program == targetPlatform().Compiler.Name)
    return true;
  StringRef Variable = T.Text;
  if (!Variable.consume_front("$") || Variable.size() < 2)
    return false;
  if (StringRef("({").contains(Variable.front()))
    Variable = Variable.drop_front().drop_back();
  return Variable.equals_insensitive(Compiler) ||
         Tree.Compilers.contains(Variable);
}

/// How the script names the toolkit's folder after the port: a variable of it,
/// or the usual path.
std::string ScriptPort::rootText() const {
  for (const Token &T : Tokens) {
    bool IsVariable =
        T.At == Token::Place::Assigned ||
        (S.Syntax == ScriptSyntax::Make && T.At == Token::Place::Reference);
    std::string Name = IsVariable ? rootName(T.Text) : "";
    if (!Name.empty())
      return S.Syntax == ScriptSyntax::Make ? "$(" + Name + ")"
                                            : "${" + Name + "}";
  }
  for (const BuildRule *R : Rules.at(Place::Path))
    if (R->IsRoot && isSyntax(*R))
      return R->To;
  return "";
}

/// The new name of a variable with the toolkit's folder; empty for others.
std::string ScriptPort::rootName(StringRef Variable) const {
  for (const BuildRule *R : Rules.matching(Variable)) {
    if (R->At != Place::Variable || !R->IsRoot || !isSyntax(*R))
      continue;
    if (R->Do != Action::Table)
      return R->To;
    if (auto E = Names.find(Space::String, Variable))
      return E->To.str();
  }
  return OwnRoots.contains(Variable) ? Variable.str() : "";
}

/// In a rule's text: the toolkit's folder.
static constexpr StringLiteral RootPlace = "{root}";

void ScriptPort::linkRuntime() {
  for (const BuildRule *R : Rules.at(Place::Link)) {
    if (!isSyntax(*R))
      continue;
    for (size_t I = 0; I < Tokens.size(); ++I) {
      if (!callsCompiler(Tokens[I], R->From))
        continue;
      auto Words = argumentsOf(I);
      auto Said = spelledOut(Words);
      bool HasRuntime =
          any_of(Said, [&](StringRef W) { return namesRuntime(W, *R); });
      if (Words.empty() || HasRuntime || !links(Said, *R))
        continue;
      unsigned End = 0;
      for (const Token *T : Words)
        End = std::max(End, T->quoted() ? T->QuoteEnd : T->end());
      auto [Before, After] = StringRef(R->To).split(RootPlace);
      std::string New = Before.str();
      if (Before.size() < R->To.size())
        New += rootText() + After.str();
      edit("build-rule", End, End, " " + New,
           withNote(say(msg::BuildNeeded, targetPlatform().Compiler.Name), *R),
           R->Name);
    }
  }
}

} // namespace musify
