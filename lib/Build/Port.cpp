#include "Build/ScriptPort.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {

static bool isNamePart(char C) { return isAlnum(C) || C == '_'; }

std::vector<Finding> ScriptPort::run() {
  Halves = halvesOf(Text, S.Syntax);
  readImports();
  findRoots();
  findNvccWords();
  findLists();
  findGenerated();
  keepSuffixes();
  for (size_t I = 0; I < Tokens.size(); ++I)
    visit(I);
  insertImports();
  linkRuntime();
  followRest();
  countRunTime();
  tellUnread();
  leaveHalves();
  if (auto At = S.Scan.Excluded.Unclosed)
    report(*At, *At + sizeof("MUSIFY_EXCL_START") - 1,
           say(msg::ExclusionNotClosed), "");
  return std::move(Out);
}

void ScriptPort::visit(size_t I) {
  const Token &T = Tokens[I];
  if (T.At == Token::Place::Command && S.Syntax == ScriptSyntax::CMake)
    enterBlock(T.Text);
  if (Done.contains(unsigned(I)))
    return;
  switch (T.At) {
  case Token::Place::Command:
    return visitCommand(I);
  case Token::Place::Reference:
  case Token::Place::Assigned:
    return visitVariable(I);
  case Token::Place::Name:
    return visitName(I);
  case Token::Place::Word:
    return S.Syntax == ScriptSyntax::Source ? visitLiteral(I) : visitWord(I);
  }
}

bool ScriptPort::isSyntax(const BuildRule &R) const {
  if (!(R.Syntaxes & (1u << unsigned(S.Syntax))))
    return false;
  if (!R.AtRunTime)
    return S.Builds;
  // A script that builds extensions asks torch for its devices.
  return Tree.Python || AsksForRunTime ||
         (R.At == Place::Attribute && buildsExtensions());
}

bool ScriptPort::applies(const BuildRule &R, size_t I) const {
  const Token &T = Tokens[I];
  if (!isSyntax(R))
    return false;
  StringRef Imported = Aliases.lookup(T.Command);
  if (!R.Of.empty() && none_of(R.Of, [&](StringRef Call) {
        return Imported == Call || isOf(R, T, Call);
      }))
    return false;
  if (!R.After.empty() && T.Generator != R.After && !standsBehind(I, R.After))
    return false;
  if (!R.Package.empty() && Tree.Packages.contains(R.Package))
    return false;
  if (R.At == Place::Word && !R.Module.empty() &&
      !Tree.Imported.contains(R.Module))
    return false;
  return !R.NvccOnly || speaksOfNvcc(T);
}

const BuildRule *ScriptPort::findRule(Place At, StringRef What,
                                      size_t I) const {
  for (const BuildRule *R : Rules.matching(What))
    if (R->At == At && R->Do != Action::Table && applies(*R, I))
      return R;
  return nullptr;
}

void ScriptPort::visitCommand(size_t I) {
  const Token &T = Tokens[I];
  if (S.Syntax != ScriptSyntax::CMake)
    return visitWord(I);
  std::string Name = T.Text.lower();
  if (Tree.Commands.contains(Name))
    return;
  if (const BuildRule *R = findRule(Place::Command, Name, I))
    apply(*R, I, T.Offset, T.end(), I);
}

/// `CUDAPATH ?= /usr/local/cuda`: a variable of the script's own that holds the
/// toolkit's folder.
void ScriptPort::findRoots() {
  if (S.Syntax == ScriptSyntax::Python)
    return findRootNames();
  for (size_t I = 0; I + 1 < Tokens.size(); ++I) {
    const Token &Name = Tokens[I], &Value = Tokens[I + 1];
    if (Name.At == Token::Place::Assigned && Name.Text.starts_with("C") &&
        isDeviceCompiler(Value.Text))
      CompilerIsNvcc = true; // `CC = nvcc`
    if (!isAssigned(Tokens, I) || Value.Statement != Name.Statement)
      continue;
    for (const BuildRule *R : Rules.at(Place::Path))
      if (R->IsRoot && isSyntax(*R) && Value.Text == R->From)
        OwnRoots.insert(Name.Text);
  }
}

void ScriptPort::visitVariable(size_t I) {
  const Token &T = Tokens[I];
  if (T.At == Token::Place::Assigned && setsCMakeVariable(I))
    return;
  if (T.At == Token::Place::Reference && OwnRoots.contains(T.Text))
    belowRoot(T.end());
  if (const BuildRule *R = findRule(Place::Variable, T.Text, I)) {
    apply(*R, I, T.Offset, T.end(), I);
    if (R->IsRoot && T.At == Token::Place::Reference)
      belowRoot(T.end());
    return;
  }
  // A CMake variable is no variable of the environment.
  if (S.Syntax == ScriptSyntax::CMake && !T.Environment)
    return;
  for (const BuildRule *R : Rules.matching(T.Text))
    if (R->At == Place::Variable && R->Do == Action::Table && applies(*R, I) &&
        lookUp(*R, I)) {
      if (R->IsRoot && T.At == Token::Place::Reference)
        belowRoot(T.end());
      return;
    }
}

void ScriptPort::visitWord(size_t I) {
  const Token &T = Tokens[I];
  if (T.Prose) { // but for a call in it: `print(x.to("cuda"))`
    const BuildRule *R = S.Syntax == ScriptSyntax::Python && T.Whole
                             ? findRule(Place::Word, T.Text, I)
                             : nullptr;
    if (R && !R->Of.empty())
      apply(*R, I, T.Offset, T.end(), I);
    return;
  }
  if (T.Text.contains("://")) { // only a rule for URLs is for it
    const BuildRule *R = findRule(Place::Word, T.Text, I);
    if (R && StringRef(R->From).starts_with("*"))
      reportRule(*R, T.Offset, T.end());
    return;
  }
  if (S.Syntax == ScriptSyntax::Python)
    visitPythonWord(I);
  if (wordRules(I))
    return;
  programRules(I);
  pathRules(I);
  if (!tableRules(I))
    followSources(I);
}

/// `-DCMAKE_CUDA_FLAGS=-g`, `-D CMAKE_CUDA_FLAGS=-g`: variables in calls of
/// CMake are named as in its scripts.
bool ScriptPort::setsCMakeVariable(size_t I) {
  const Token &T = Tokens[I];
  StringRef Name = T.Text;
  bool MayCall =
      S.Syntax == ScriptSyntax::Make || S.Syntax == ScriptSyntax::Shell ||
      S.Syntax == ScriptSyntax::Python || S.Syntax == ScriptSyntax::CMake;
  bool FollowsFlag =
      I && Tokens[I - 1].Text == "-D" && Tokens[I - 1].Statement == T.Statement;
  if (!MayCall || (!Name.consume_front("-D") && !FollowsFlag))
    return false;
  Name = Name.take_while(isNamePart);
  if (!Name.starts_with("CMAKE_") && !Name.contains("_ROOT") &&
      T.Command != "cmake")
    return false; // a macro
  for (const BuildRule *R : Rules.matching(Name)) {
    bool IsCMakes = R->Syntaxes & (1u << unsigned(ScriptSyntax::CMake));
    if (R->At != Place::Variable || !IsCMakes || R->Do == Action::Table ||
        (!R->Package.empty() && Tree.Packages.contains(R->Package)))
      continue;
    unsigned Begin = unsigned(Name.data() - Text.data());
    unsigned End = Begin + unsigned(Name.size());
    if (R->Do == Action::Replace)
      replace(*R, Begin, End);
    else
      reportRule(*R, Begin, End);
    return true;
  }
  return false;
}

/// The word behind a flag in its statement; the flag itself if there is none.
size_t ScriptPort::valueOfFlag(size_t I) const {
  for (size_t Next = I + 1; Next < Tokens.size(); ++Next)
    if (Tokens[Next].At == Token::Place::Word ||
        Tokens[Next].At == Token::Place::Name)
      return Tokens[Next].Statement == Tokens[I].Statement ? Next : I;
  return I;
}

/// True if a rule was for the flag, and nothing is left of it.
bool ScriptPort::flagRules(size_t I) {
  const Token &T = Tokens[I];
  StringRef W = T.Text;
  // An escaped blank: the flag and its value are one word of CMake's.
  std::pair<StringRef, StringRef> Escaped = W.split("\\ ");
  if (!Escaped.second.empty())
    if (const BuildRule *R = findRule(Place::Flag, Escaped.first, I))
      return reportRule(*R, T.Offset, T.end()), true;
  for (StringRef What : {W, W.split('=').first})
    for (const BuildRule *R : Rules.matching(What)) {
      bool HasJoined = What.size() < W.size();
      if (R->At != Place::Flag || R->Do == Action::Table ||
          (HasJoined && !R->TakesValue) || !applies(*R, I))
        continue;
      bool IsNext = R->TakesValue && !HasJoined;
      apply(*R, I, T.Offset, T.end(), IsNext ? valueOfFlag(I) : I);
      return R->Do != Action::Replace || !R->To.empty();
    }
  return false;
}

/// `if(CUDA_FOUND)` names a variable without `${}`, and
/// `f(CMAKE_CUDA_FLAGS_${TYPE})` one by its beginning. One call takes
/// conditions in quotes.
bool ScriptPort::namedVariable(size_t I) {
  const Token &T = Tokens[I];
  if (S.Syntax != ScriptSyntax::CMake)
    return false;
  StringRef Head = T.Text.take_while(isNamePart);
  StringRef Rest = T.Text.substr(Head.size());
  bool IsWhole =
      Rest.empty() && T.Generator.empty() &&
      (!T.quoted() || T.Command.equals_insensitive("cmake_dependent_option"));
  bool IsComputed = Head.ends_with("_") && Rest.starts_with("${");
  if (!IsWhole && !IsComputed)
    return false;
  const BuildRule *R = findRule(Place::Variable, Head, I);
  if (R)
    apply(*R, I, T.Offset, T.Offset + unsigned(Head.size()), I);
  return R;
}

/// Rules for the word as a whole. True if one was for it.
bool ScriptPort::wordRules(size_t I) {
  const Token &T = Tokens[I];
  if (setsCMakeVariable(I)) { // its value is a word of its own
    programRules(I);
    pathRules(I);
    return true;
  }
  if (T.Text.starts_with("-"))
    return flagRules(I);
  if (S.Syntax == ScriptSyntax::Python && !T.Whole) {
    // In a sentence a word means little; behind a flag, `-x cu`, it is clear.
    const BuildRule *R = findRule(Place::Word, T.Text, I);
    if (R && !R->After.empty())
      apply(*R, I, T.Offset, T.end(), I);
    return R && !R->After.empty();
  }
  if (S.Syntax == ScriptSyntax::Python && visitAttributeText(I))
    return true;
  if (const BuildRule *R = findRule(Place::Word, T.Text, I)) {
    if (S.Syntax == ScriptSyntax::Python && isDecided(T.Offset, T.end()))
      return true; // by what stands before it
    // `libraries=["nccl"]` names no backend.
    bool IsGuess = R->AtRunTime && R->To.empty();
    if (IsGuess && tableRules(I))
      return true;
    apply(*R, I, T.Offset, T.end(), I);
    return true;
  }
  return namedVariable(I);
}

/// In a sentence, `nvcc` is no program; before a flag or a file it is one:
/// `"nvcc -c"`, `"cd src && nvcc a.cu"`, `"nvcc %s -o %s"`.
bool ScriptPort::beginsCall(size_t I) const {
  const Token &T = Tokens[I];
  auto IsInSameString = [&](size_t J) {
    return J < Tokens.size() && Tokens[J].QuoteBegin == T.QuoteBegin;
  };
  StringRef Before = I && IsInSameString(I - 1) ? Tokens[I - 1].Text : "";
  if (Before == "which" && Tokens[I - 1].Offset == T.QuoteBegin + 1)
    return true; // `"which nvcc"`
  bool First = T.Offset == T.QuoteBegin + 1 || Before.ends_with(";") ||
               is_contained({"&&", "||", "|", "&"}, Before);
  if (!First || !IsInSameString(I + 1))
    return false;
  if (Tokens[I + 1].Text.find_first_of("$./") != StringRef::npos)
    return true;
  for (size_t J = I + 1; IsInSameString(J); ++J)
    if (Tokens[J].Text.size() > 1 && Tokens[J].Text.starts_with("-"))
      return true;
  return false;
}

void ScriptPort::programRules(size_t I) {
  const Token &T = Tokens[I];
  size_t Slash = T.Text.rfind('/');
  bool Calls = T.quoted() && beginsCall(I);
  bool MayBePath = Slash != StringRef::npos && S.Syntax != ScriptSyntax::Python;
  if (T.quoted() && !T.Whole && !Calls && !MayBePath)
    return;
  unsigned Begin = Slash == StringRef::npos ? 0 : unsigned(Slash) + 1;
  StringRef Name = T.Text.drop_front(Begin).take_while(
      [](char C) { return isNamePart(C) || C == '-' || C == '.'; });
  // What a reference at the end leaves is no name: `nvcc$(EXE)` is one.
  StringRef Rest = T.Text.drop_front(Begin + Name.size());
  if (!Rest.empty() && !Rest.starts_with("$"))
    return;
  if (const BuildRule *R = findRule(Place::Program, Name, I))
    apply(*R, I, T.Offset + Begin, T.Offset + Begin + unsigned(Name.size()), I);
}

/// Paths may follow a flag or a `=`: `-I/usr/local/cuda/include`.
void ScriptPort::pathRules(size_t I) {
  const Token &T = Tokens[I];
  for (const BuildRule *R : Rules.at(Place::Path)) {
    if (!applies(*R, I))
      continue;
    StringRef From = StringRef(R->From).rtrim('*');
    for (size_t At = T.Text.find(From); At != StringRef::npos;
         At = T.Text.find(From, At + From.size())) {
      size_t End = At + From.size();
      // `*`: a version belongs to the folder's name.
      if (R->From.back() == '*')
        while (End < T.Text.size() &&
               (isDigit(T.Text[End]) || T.Text[End] == '.'))
          ++End;
      StringRef Rest = Text.substr(T.Offset + End);
      bool HasVersion = // of a variable, also of Python's
          R->From.back() == '*' && !Rest.empty() &&
          StringRef("${%").contains(Rest[0]) && End <= T.Text.size();
      bool Begins = !At || StringRef("=:,;ILF'\"(").contains(T.Text[At - 1]);
      bool Ends =
          End == T.Text.size() || StringRef("/:;,)'\"").contains(T.Text[End]);
      if (Begins && HasVersion)
        reportRule(*R, T.Offset + unsigned(At), T.end());
      if (!Begins || !Ends)
        continue;
      replace(*R, T.Offset + unsigned(At), T.Offset + unsigned(End));
      if (R->IsRoot)
        belowRoot(T.Offset + unsigned(End));
    }
  }
}

/// At the end of the toolkit's folder: what lies below may have another name.
/// `IsPart`: the rest is a part of a path that a call joins, without a slash.
void ScriptPort::belowRoot(unsigned At, bool IsPart) {
  if (Text[At - 1] != '}' && Text[At - 1] != ')')
    At += Text.substr(At).starts_with("}") || Text.substr(At).starts_with(")");
  for (const BuildRule *Each : Rules.at(Place::BelowRoot)) {
    StringRef Rest = Text.substr(At);
    BuildRule R = *Each;
    R.From.erase(0, IsPart);
    R.To.erase(0, IsPart);
    if (!isSyntax(R) || !Rest.consume_front(R.From))
      continue;
    if (Rest.empty() || !(isNamePart(Rest[0]) || Rest[0] == '-'))
      return replace(R, At, At + unsigned(R.From.size()));
  }
}

void ScriptPort::tellUnread() {
  if (S.Scan.Broken)
    report(S.Scan.BrokenAt, S.Scan.BrokenAt + 1,
           say(msg::BrokenScript, S.Scan.Broken), "");
  for (const ScriptRange &R : S.Scan.Opaque) {
    if (S.isSource(R.Begin))
      continue;
    StringRef Data = Text.slice(R.Begin, R.End);
    if (Data.contains_insensitive("cuda") || Data.contains_insensitive("nvcc"))
      report(R.Begin, R.Begin + 1, say(msg::UnreadText), "");
  }
}

std::vector<StringRef> definedMacros(const Script &S, const BuildRules &Rules,
                                     const Table &Names) {
  BuildTree None;
  return ScriptPort(S, Rules, None, Names, UnverifiedPolicy::Port)
      .definedMacros();
}

std::vector<Finding> portScript(const Script &S, const BuildRules &Rules,
                                const BuildTree &Tree, const Table &Names,
                                UnverifiedPolicy Unverified) {
  return ScriptPort(S, Rules, Tree, Names, Unverified).run();
}

} // namespace musify
