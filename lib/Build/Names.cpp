// Names that the mapping table knows: libraries, variables of the environment,
// headers, macros. The build rules only say where such names stand.
#include "Build/ScriptPort.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {

static Message withNote(Message What, const Entry &E) {
  if (!E.Since.empty())
    What.add(say(msg::SinceVersion, E.Since));
  if (!E.Note.empty())
    What.add(say(msg::Note, E.Note));
  return What;
}

void ScriptPort::applyEntry(const Entry &E, StringRef Old, StringRef New,
                            unsigned Begin) {
  unsigned End = Begin + unsigned(Old.size());
  if (S.Syntax == ScriptSyntax::Config && !E.To.empty()) {
    if (New != Old)
      report(Begin, End, withNote(say(msg::BuildNotReplaced, Old, New), E),
             E.From);
    return;
  }
  switch (E.S) {
  case Status::Unchanged:
    return;
  case Status::Unsupported:
    return report(Begin, End, withNote(say(msg::BuildUnsupported, Old), E),
                  E.From);
  case Status::Unverified: {
    if (New == Old)
      return;
    if (Unverified == UnverifiedPolicy::Port)
      return edit("unverified-build", Begin, End, New.str(),
                  withNote(say(msg::BuildUnverified, Old, New), E), E.From);
    return report(Begin, End,
                  withNote(say(msg::BuildUnverifiedKept, Old, New), E), E.From,
                  Unverified == UnverifiedPolicy::Keep ? Severity::Warning
                                                       : Severity::Error);
  }
  case Status::Supported:
  case Status::Partial:
  case Status::RemovedFromCuda:
    if (!New.empty() && New != Old)
      edit("build-rule", Begin, End, New.str(),
           withNote(say(msg::Becomes, Old, New), E), E.From);
    if (E.S != Status::Supported)
      report(Begin, End, withNote(say(msg::BuildPartial, New, Old), E), E.From);
    return;
  }
}

/// `lib` and `.so` of the table's name are not in the script's.
static StringRef withoutLib(StringRef Name) {
  Name.consume_front("lib");
  return Name;
}

/// `NAME` of `-DNAME=value`, `-UNAME` and `NAME=value`.
static StringRef macroName(StringRef Word) {
  return Word.substr(Word.starts_with("-") ? 2 : 0).split('=').first;
}

bool ScriptPort::lookUpMacro(StringRef Word) {
  StringRef Name = macroName(Word);
  auto E = Names.findName(Name);
  if (!E || E->K != Kind::Macro)
    return false;
  if (!Tree.KeptMacros.contains(Name))
    applyEntry(*E, Name, E->To, unsigned(Name.data() - Text.data()));
  return true;
}

std::vector<StringRef> ScriptPort::definedMacros() const {
  std::vector<StringRef> Out;
  for (size_t I = 0; I < Tokens.size(); ++I) {
    StringRef Name = macroName(Tokens[I].Text);
    auto E = Names.findName(Name);
    if (E && E->K == Kind::Macro && asksForMacro(I))
      Out.push_back(Name);
  }
  return Out;
}

/// `nccl_static`, as `-l` names it: the table may know the file alone.
std::optional<Entry> ScriptPort::findLibrary(StringRef Name) const {
  std::string File = ("lib" + Name).str();
  const Entry *E = Names.find(Space::String, File);
  bool IsFile = !E && Name.ends_with("_static");
  if (IsFile)
    E = Names.find(Space::String, File + ".a");
  if (!E || E->K != Kind::Library)
    return std::nullopt;
  Entry Out = *E;
  if (IsFile)
    Out.To.consume_back(".a");
  return Out;
}

/// A static library, of which the table knows the shared one alone: what is
/// linked is for a person to choose.
bool ScriptPort::tellStatic(StringRef Word) {
  StringRef Name = Word;
  Name.consume_back(".a");
  bool IsStatic = Name.consume_back("_static");
  Name.consume_front("lib");
  auto E = IsStatic ? findLibrary(Name) : std::nullopt;
  if (!E || E->To.empty())
    return false;
  unsigned Begin = unsigned(Word.data() - Text.data());
  report(Begin, Begin + unsigned(Word.size()),
         withNote(say(msg::BuildNotReplaced, Word, E->To), *E), E->From);
  return true;
}

/// `libcudart.so`, and `libcudart.so.12`, whose version is CUDA's. In C++, a
/// name alone is a candidate of the lexer's already.
bool ScriptPort::lookUpFile(StringRef File) {
  StringRef Name = File;
  if (size_t Version = File.find(".so."); Version != StringRef::npos)
    Name = File.take_front(Version + 3);
  auto E = Names.find(Space::String, Name);
  if (!E || E->K != Kind::Library)
    return tellStatic(File);
  unsigned Begin = unsigned(File.data() - Text.data());
  unsigned End = Begin + unsigned(File.size());
  bool IsPath = Begin && Text[Begin - 1] == '/';
  bool IsCode = S.Syntax == ScriptSyntax::Source;
  if (Name == File && !IsCode)
    return applyEntry(*E, File, E->To, Begin), true;
  if (Name == File && !IsPath)
    return true;
  if (E->To.empty())
    report(Begin, End, withNote(say(msg::BuildUnsupported, File), *E), E->From);
  else
    report(Begin, End, withNote(say(msg::BuildNotReplaced, File, E->To), *E),
           E->From);
  return true;
}

/// `cuda.h`, `<cuda.h>`, `${DIR}/cub/cub.cuh`; of a path, the longest end that
/// the table knows. A relative path, one below the project's own folders, and a
/// file that the project has are the project's. `IsPath`: no name as an include
/// spells it.
bool ScriptPort::lookUpHeader(StringRef Word, bool IsPath) {
  if (Word.consume_front("<"))
    Word.consume_back(">");
  bool IsOutside = !Word.empty() && StringRef("/${").contains(Word.front());
  bool IsOwn = Word.starts_with("${CMAKE_") || Word.starts_with("${PROJECT_") ||
               Tree.Files.contains(sys::path::filename(Word));
  if (IsOwn)
    return false;
  auto Apply = [&](const Entry *E, StringRef Path) {
    if (E)
      applyEntry(*E, Path, Table::renamedHeader(*E, Path),
                 unsigned(Path.data() - Text.data()));
    return E != nullptr;
  };
  if (!IsOutside)
    return !IsPath && Apply(Names.findHeader(Word), Word);
  for (StringRef Rest = Word; !Rest.empty(); Rest = Rest.split('/').second)
    if (Apply(Names.find(Space::Header, Rest), Rest))
      return true;
  return false;
}

/// `runtime.cudaMalloc`, `runtime.cudaMalloc.restype`, of a library that ctypes
/// loaded or a module around it. `At` is where the function's name begins.
const Entry *ScriptPort::functionOf(const Token &T, unsigned &At) const {
  for (StringRef Rest = T.Text.split('.').second; !Rest.empty();
       Rest = Rest.split('.').second) {
    StringRef Name = Rest.split('.').first;
    auto E = Names.findName(Name);
    if (!E || E->K != Kind::Function || E->To == Name)
      continue;
    At = unsigned(Name.data() - Text.data());
    return E;
  }
  return nullptr;
}

/// Whether the object has MUSA's functions is nothing that a script shows.
void ScriptPort::tellFunction(const Token &T) {
  unsigned At = 0;
  if (auto E = functionOf(T, At))
    tellFunction(*E, At);
}

void ScriptPort::tellFunction(const Entry &Function, unsigned At) {
  const Entry *E = &Function;
  if (E->K != Kind::Function || E->To == E->From ||
      !Reported.insert(E->From).second)
    return;
  Message What = E->To.empty() ? say(msg::BuildUnsupported, E->From)
                 : E->S == Status::Unverified
                     ? say(msg::BuildUnverifiedKept, E->From, E->To)
                     : say(msg::BuildNotReplaced, E->From, E->To);
  if (!E->Note.empty())
    What.add(say(msg::Note, E->Note));
  report(At, At + unsigned(E->From.size()), std::move(What), E->From);
}

bool ScriptPort::lookUp(const BuildRule &R, size_t I) {
  const Token &T = Tokens[I];
  StringRef W = T.Text;
  unsigned Begin = T.Offset;
  if (R.Space == "envvar") {
    W = W.split('=').first;
    auto E = Names.find(Space::String, W);
    if (!E || E->K != Kind::EnvVar)
      return false;
    // Only a variable that the system sets is surely the one meant.
    bool MayBeOwn = S.Syntax == ScriptSyntax::Make;
    if (MayBeOwn && E->S != Status::Supported)
      return false;
    applyEntry(*E, W, E->To, Begin);
    return true;
  }
  if (R.Space == "header")
    return lookUpHeader(W, StringRef(R.From).contains('/'));
  if (R.Space == "name") {
    auto E = Names.find(Space::Identifier, W);
    if (!E)
      return false;
    applyEntry(*E, W, E->To, Begin);
    return true;
  }
  if (R.Space == "macro")
    return lookUpMacro(W);
  // A library: `-lcudart`, `cudart`, `libcudart.so` at the end of a path.
  if (R.At == Place::Flag) {
    StringRef Name = W.drop_front(2);
    if (Name.consume_front(":")) // `-l:libcudart_static.a`
      return lookUpFile(Name);
    auto E = findLibrary(Name);
    if (!E)
      return tellStatic(Name);
    applyEntry(*E, Name, withoutLib(E->To), Begin + 2);
    return true;
  }
  StringRef File = W.rsplit('/').second;
  if (File.empty())
    File = W;
  if (File.starts_with("lib") && File.contains('.')) {
    return lookUpFile(File);
  }
  if (R.Of.empty() || Tree.Targets.contains(W))
    return false;
  auto E = findLibrary(W);
  if (!E)
    return tellStatic(W);
  applyEntry(*E, W, withoutLib(E->To), Begin);
  return true;
}

/// Every rule that asks the table about the word.
template <typename Fn>
void ScriptPort::forEachTableRule(size_t I, Fn IsEnough) const {
  const Token &T = Tokens[I];
  bool IsFlag = T.Text.starts_with("-");
  if (S.Syntax == ScriptSyntax::Python && !T.Whole && !IsFlag)
    return;
  auto Fitting = Rules.matching(T.Text);
  for (const BuildRule *R : Rules.at(IsFlag ? Place::Flag : Place::Word))
    if (R->Do == Action::Table && is_contained(Fitting, R) && applies(*R, I) &&
        IsEnough(*R))
      return;
}

bool ScriptPort::asksForMacro(size_t I) const {
  bool Found = false;
  forEachTableRule(
      I, [&](const BuildRule &R) { return Found = R.Space == "macro"; });
  return Found;
}

bool ScriptPort::namesRunTimeVariable(size_t I) const {
  auto E = Names.find(Space::String, Tokens[I].Text);
  bool Found = false;
  if (E && E->K == Kind::EnvVar)
    forEachTableRule(I,
                     [&](const BuildRule &R) { return Found = R.AtRunTime; });
  return Found;
}

bool ScriptPort::tableRules(size_t I) {
  bool Found = false;
  forEachTableRule(I, [&](const BuildRule &R) { return Found = lookUp(R, I); });
  return Found;
}

} // namespace musify
