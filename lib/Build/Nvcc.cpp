// Which words are nvcc's: those of its calls, and those of variables that its
// calls read, over all scripts of a tree.
#include "Build/ScriptPort.h"
#include "Platform/Platform.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace musify {

static bool namesCompiler(StringRef Text) {
  return Text.contains_insensitive("nvcc") || Text == "mcc" ||
         Text.ends_with("/mcc");
}

/// Also by the name of a source.
static bool namesGpu(StringRef Text) {
  return Text.contains_insensitive("cuda") ||
         Text.contains_insensitive("musa") ||
         Text.ends_with(sourcePlatform().SourceSuffix);
}

bool isDeviceCompiler(StringRef Word) {
  StringRef Program = Word.substr(Word.rfind('/') + 1);
  return Program == sourcePlatform().Compiler.Name ||
         Program == targetPlatform().Compiler.Name;
}

bool isAssigned(ArrayRef<ScriptToken> Tokens, size_t I) {
  return Tokens[I].At == ScriptToken::Place::Assigned ||
         (I && Tokens[I - 1].At == ScriptToken::Place::Command &&
          Tokens[I - 1].Text.equals_insensitive("set"));
}

namespace {

/// What one statement says of variables.
struct Statement {
  std::vector<StringRef> Sets, Reads;
  bool IsCall = false;  ///< names the compiler, or reads a variable with it
  bool HoldsIt = false; ///< a value is the compiler alone
};

} // namespace

static std::map<unsigned, Statement> statementsOf(const Script &S) {
  std::map<unsigned, Statement> Out;
  for (size_t I = 0; I < S.Scan.Tokens.size(); ++I) {
    const ScriptToken &T = S.Scan.Tokens[I];
    Statement &Mine = Out[T.Statement];
    if (isAssigned(S.Scan.Tokens, I))
      Mine.Sets.push_back(T.Text);
    else if (T.At == ScriptToken::Place::Reference)
      Mine.Reads.push_back(T.Text);
    else
      Mine.HoldsIt |= isDeviceCompiler(T.Text);
    Mine.IsCall |= namesCompiler(T.Text) ||
                   (S.Syntax == ScriptSyntax::CMake && namesGpu(T.Text));
  }
  return Out;
}

/// Adds to `Known` what statements read that set a known variable, until
/// nothing is new.
static void followReads(ArrayRef<Statement> All, StringSet<> &Known) {
  for (bool IsNew = true; IsNew;) {
    IsNew = false;
    for (const Statement &S : All)
      if (any_of(S.Sets, [&](StringRef V) { return Known.contains(V); }))
        for (StringRef V : S.Reads)
          IsNew |= Known.insert(V).second;
  }
}

void BuildTree::findNvcc(ArrayRef<const Script *> Scripts) {
  std::vector<Statement> All;
  for (const Script *S : Scripts) {
    bool HasVariables = S->Syntax == ScriptSyntax::CMake ||
                        S->Syntax == ScriptSyntax::Make ||
                        S->Syntax == ScriptSyntax::Shell;
    if (HasVariables)
      for (auto &[Number, Each] : statementsOf(*S))
        All.push_back(std::move(Each));
  }
  for (const Statement &S : All)
    if (S.HoldsIt && S.Sets.size() == 1)
      Compilers.insert(S.Sets.front());
  for (const Statement &S : All) {
    bool Calls = S.IsCall || any_of(S.Reads, [&](StringRef V) {
                   return Compilers.contains(V);
                 });
    if (Calls)
      for (StringRef V : S.Reads)
        if (!Compilers.contains(V))
          NvccFlags.insert(V);
  }
  followReads(All, NvccFlags);
}

/// The call that a word belongs to, by where its program stands.
static const char *callOf(const ScriptToken &T) {
  return T.At == ScriptToken::Place::Command ? T.Text.data() : T.Command.data();
}

/// `def append_nvcc_threads(): return ["--threads", "4"]`: the lines of
/// Python's functions whose names have the compiler's.
static std::vector<ScriptRange> nvccFunctions(StringRef Text,
                                              ArrayRef<ScriptToken> Tokens) {
  std::vector<ScriptRange> Out;
  for (size_t I = 1; I < Tokens.size(); ++I) {
    const ScriptToken &Def = Tokens[I - 1];
    if (Def.At != ScriptToken::Place::Name || Def.Text != "def" ||
        !namesCompiler(Tokens[I].Text))
      continue;
    size_t Indent = Def.Offset - (Text.rfind('\n', Def.Offset) + 1);
    size_t End = Text.find('\n', Def.Offset);
    for (bool Goes = true; Goes && End != StringRef::npos;) {
      StringRef Line = Text.substr(End + 1).split('\n').first;
      size_t First = Line.find_first_not_of(" \t\r");
      Goes = First == StringRef::npos || First > Indent ||
             Line.substr(First).starts_with(")");
      if (Goes)
        End = Text.find('\n', End + 1);
    }
    Out.push_back({Def.Offset, unsigned(std::min(End, Text.size()))});
  }
  return Out;
}

/// In Python, `flags` of `{"nvcc": flags}` and of `extra_cuda_cflags=flags`.
void ScriptPort::findNvccWords() {
  if (S.Syntax == ScriptSyntax::Python)
    NvccFunctions = nvccFunctions(Text, Tokens);
  for (const Token &T : Tokens) {
    StringRef Variable = T.Text; // `${D}`, `$(D)`, and a shell's `$D`
    bool IsReference =
        Variable.consume_front("$") || T.At == Token::Place::Reference;
    bool ReadsIt = IsReference && Tree.Compilers.contains(Variable);
    bool IsCMake = S.Syntax == ScriptSyntax::CMake;
    if (ReadsIt || namesCompiler(T.Text) || (IsCMake && namesGpu(T.Text)))
      NvccStatements.insert(T.Statement), NvccCalls.insert(callOf(T));
    if (callsCompiler(T, sourcePlatform().Compiler.Name))
      NvccCalls.insert(callOf(T));
    if (T.At == Token::Place::Name &&
        (namesCompiler(T.Keyword) || namesGpu(T.Keyword)))
      NvccLists.insert(T.Text);
  }
}

/// nvcc's short flags mean something else elsewhere: `cmake -G`, `ar -t`.
bool ScriptPort::speaksOfNvcc(const Token &T) const {
  if (CompilerIsNvcc && T.Keyword.contains("FLAGS"))
    return true;
  // `nvcc a.cu && ar -t b.a`: another program's.
  bool IsLine =
      S.Syntax == ScriptSyntax::Make || S.Syntax == ScriptSyntax::Shell;
  if (IsLine && !T.Command.empty())
    return NvccCalls.contains(callOf(T));
  // `[os.path.join(HOME, "bin", "nvcc"), "--version"]`
  size_t I = size_t(&T - Tokens.data());
  bool FollowsCall = S.Syntax == ScriptSyntax::Python && T.Bracket == '[' &&
                     I && namesCompiler(Tokens[I - 1].Text);
  if (FollowsCall)
    return true;
  if (any_of(NvccFunctions,
             [&](const ScriptRange &R) { return R.holds(T.Offset); }))
    return true;
  // `flags += ["-G"]`, `flags.append("-G")`
  StringRef List = T.Command.split('.').first;
  if (NvccLists.contains(T.Keyword) || NvccLists.contains(List))
    return true;
  return namesCompiler(T.Keyword) || namesGpu(T.Keyword) ||
         namesCompiler(T.Command) || NvccStatements.contains(T.Statement) ||
         Tree.NvccFlags.contains(T.Keyword);
}

} // namespace musify
