// Names that a Python script imports. Only what the imports show to be torch's
// is renamed: a name of the script's own stays.
#include "Build/ScriptPort.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {

/// `package.module.Name` → `package.module`, `Name`.
static std::pair<StringRef, StringRef> splitName(StringRef Dotted) {
  auto [Module, Name] = Dotted.rsplit('.');
  return Name.empty() ? std::pair(StringRef(), Module)
                      : std::pair(Module, Name);
}

static size_t lastOfStatement(ArrayRef<ScriptToken> Tokens, size_t I) {
  unsigned Statement = Tokens[I].Statement;
  while (I + 1 < Tokens.size() && Tokens[I + 1].Statement == Statement)
    ++I;
  return I;
}

/// A module that rules speak about: its names are found by their qualifier,
/// and by the full name, which any import of a part makes known.
void ScriptPort::noteModule(StringRef Spelling, StringRef Module, size_t Last) {
  auto Rule = find_if(Rules.at(Place::Import),
                      [&](const BuildRule *R) { return R->Module == Module; });
  if (Rule == Rules.at(Place::Import).end())
    return;
  const BuildRule *R = *Rule;
  auto Note = [&](StringRef Name) {
    ImportedModule &M = Modules[Name];
    M.Module = Module.str();
    M.NewModule = splitName(R->To).first.str();
    M.LastTokens.push_back(Last);
  };
  if (Spelling != Module)
    Note(Spelling);
  if (Spelling == Module || !R->AtRunTime)
    Note(R->Module);
}

/// At `import a.b as c, d`.
void ScriptPort::importModules(size_t I) {
  const Token &Import = Tokens[I];
  bool Begins = Import.At == Token::Place::Name && Import.Text == "import" &&
                (!I || Tokens[I - 1].Statement != Import.Statement);
  if (!Begins)
    return;
  size_t Last = lastOfStatement(Tokens, I);
  for (size_t J = I + 1; J <= Last; ++J) {
    bool HasAlias = J + 2 <= Last && Tokens[J + 1].Text == "as";
    StringRef Spelling = Tokens[HasAlias ? J + 2 : J].Text;
    noteModule(Spelling, Tokens[J].Text, Last);
    if (Modules.count(Spelling))
      Done.insert(unsigned(J));
    J += HasAlias ? 2 : 0;
  }
}

/// `cpp_extension.CUDAExtension`, where the module was imported by its name.
bool ScriptPort::visitQualified(size_t I) {
  const Token &T = Tokens[I];
  for (auto &[Spelling, M] : Modules) {
    StringRef Rest = T.Text;
    if (!Rest.consume_front(Spelling) || !Rest.consume_front("."))
      continue;
    StringRef Name = Rest.split('.').first;
    if (const BuildRule *R = importRule(Name, M.Module)) {
      unsigned End = T.Offset + unsigned(Spelling.size() + 1 + Name.size());
      std::string New =
          (splitName(M.NewModule).second + "." + splitName(R->To).second).str();
      edit("build-rule", T.Offset, End, New,
           say(msg::Becomes, Text.slice(T.Offset, End), New), R->Name);
      if (!isInHalf(T.Offset))
        UsedModules.insert(Spelling);
      if (R->IsRoot)
        belowRootOfName(I, End);
      return true;
    }
  }
  return false;
}

/// `jit.load` and `load` with the module that they were imported from.
std::string ScriptPort::fullName(StringRef Name) const {
  auto [Head, Last] = Name.rsplit('.');
  if (Last.empty()) {
    auto It = Imported.find(Name);
    return It == Imported.end() ? "" : It->second + "." + Name.str();
  }
  auto It = Modules.find(Head);
  return It == Modules.end() ? "" : It->second.Module + "." + Last.str();
}

/// True if the import whose last token this is stands in no block.
bool ScriptPort::isAtTop(size_t Last) const {
  unsigned Begin = importBefore(Last);
  return !Begin || Text[Begin - 1] == '\n';
}

/// A line below each import of a module whose names were replaced.
void ScriptPort::insertImports() {
  StringSet<> Inserted; // at the beginning of a line
  for (auto &[Spelling, M] : Modules) {
    if (!UsedModules.contains(Spelling))
      continue;
    auto [Package, Name] = splitName(M.NewModule);
    std::string Line = (Package.empty() ? "import " + Name
                                        : "from " + Package + " import " + Name)
                           .str();
    if (Text.contains(Line)) // an earlier port
      continue;
    for (size_t Last : M.LastTokens) {
      const Token &T = Tokens[Last];
      // Of two imports at the beginning of lines, the first brings the name.
      if (isAtTop(Last) && !Inserted.insert(Line).second)
        continue;
      size_t Close = Text.find_first_not_of(" \t\r\n,", T.end());
      bool InBrackets = T.Bracket == '(' && Close != StringRef::npos;
      size_t End =
          std::min(Text.find('\n', InBrackets ? Close : T.end()), Text.size());
      bool Crlf = End && End < Text.size() && Text[End - 1] == '\r';
      size_t Begin = Text.rfind('\n', importBefore(Last)) + 1;
      StringRef Indent = Text.substr(Begin).take_while(
          [](char C) { return C == ' ' || C == '\t'; });
      unsigned At = unsigned(End) - Crlf;
      std::string New = (Crlf ? "\r\n" : "\n") + Indent.str() + Line;
      // A statement of its own of some of the names may stand there already.
      auto Split = find_if(Out, [&](const Finding &F) {
        return F.NewText && F.Where.Offset == At && !F.Where.Length;
      });
      if (Split != Out.end())
        *Split->NewText += New;
      else
        edit("build-rule", At, At, New, say(msg::BuildImport, Name, Package),
             "python/" + M.Module);
    }
  }
}

/// Where the statement begins whose last token this is.
unsigned ScriptPort::importBefore(size_t Last) const {
  while (Last && Tokens[Last].Text != "import" && Tokens[Last].Text != "from")
    --Last;
  if (Last > 1 && Tokens[Last - 2].Text == "from")
    Last -= 2;
  return Tokens[Last].Offset;
}

/// The rule of a name that is imported from `Module`; null: none.
const BuildRule *ScriptPort::importRule(StringRef Name,
                                        StringRef Module) const {
  for (const BuildRule *R : Rules.matching(Name))
    if (R->At == Place::Import && R->Module == Module && isSyntax(*R))
      return R;
  return nullptr;
}

/// The name in the import, where uses have another one.
void ScriptPort::renameImported(size_t At, const BuildRule &R) {
  const Token &T = Tokens[At];
  StringRef New = splitName(R.To).second;
  Done.insert(unsigned(At));
  if (New != T.Text)
    edit("build-rule", T.Offset, T.end(), New.str(),
         say(msg::Becomes, T.Text, New), R.Name);
}

void ScriptPort::readImports() {
  using TP = Token::Place;
  if (S.Syntax != ScriptSyntax::Python)
    return;
  for (size_t I = 0; I + 1 < Tokens.size(); ++I) {
    if (isInHalf(Tokens[I].Offset)) // what it brings is of its side
      continue;
    importModules(I);
    bool IsImport = I + 3 < Tokens.size() && Tokens[I].At == TP::Name &&
                    Tokens[I].Text == "from" && Tokens[I + 2].At == TP::Name &&
                    Tokens[I + 2].Text == "import";
    if (IsImport)
      readImportFrom(I);
  }
}

/// At `from a.b import c, d as e`.
void ScriptPort::readImportFrom(size_t From) {
  const Token &Module = Tokens[From + 1];
  size_t First = From + 3, Last = lastOfStatement(Tokens, First);
  std::vector<std::string> Kept, Moved;
  std::vector<std::pair<size_t, const BuildRule *>> Aliased;
  StringRef NewModule;
  bool BuildsWith = any_of(Rules.at(Place::Import), [&](const BuildRule *R) {
    return R->Module == Module.Text && !R->AtRunTime;
  });
  if (BuildsWith) // its full name is known too
    noteModule(Module.Text, Module.Text, Last);
  for (size_t J = First; J <= Last; ++J) {
    StringRef Name = Tokens[J].Text;
    size_t NameAt = J;
    std::string Alias;
    if (J + 2 <= Last && Tokens[J + 1].Text == "as") {
      Alias = " as " + Tokens[J + 2].Text.str();
      J += 2;
    }
    StringRef Bound = Tokens[J].Text;
    noteModule(Alias.empty() ? Name : Bound, (Module.Text + "." + Name).str(),
               Last);
    const BuildRule *R = importRule(Name, Module.Text);
    bool IsShared = false;
    if (!R || staysForHalves(*R, Bound, From, Last, IsShared)) {
      Kept.push_back(Name.str() + Alias);
      continue;
    }
    if (IsShared) // CUDA's side needs the old name as well
      Kept.push_back(Name.str());
    NewModule = splitName(R->To).first;
    Moved.push_back(splitName(R->To).second.str() + Alias);
    if (Alias.empty()) {
      Imported[Name] = Module.Text.str();
      continue;
    }
    Imported[Name].clear(); // the alias is used instead
    Aliased.emplace_back(NameAt, R);
    Aliases[Bound] = Name;
    if (R->IsRoot)
      RootAliases.insert(Bound);
  }
  if (Moved.empty())
    return;
  Done.insert(unsigned(From + 1));
  if (!Kept.empty())
    return splitImport(From, First, Last, Kept, Moved, NewModule);
  edit("build-rule", Module.Offset, Module.end(), NewModule.str(),
       say(msg::Becomes, Module.Text, NewModule),
       "python/" + Module.Text.str());
  for (auto [At, R] : Aliased)
    renameImported(At, *R);
}

/// Some of the names stay where they are: they get a statement of their own.
void ScriptPort::splitImport(size_t From, size_t First, size_t Last,
                             ArrayRef<std::string> Kept,
                             ArrayRef<std::string> Moved, StringRef Module) {
  unsigned Begin = Tokens[First].Offset, End = Tokens[Last].end();
  for (size_t I = First; I <= Last; ++I)
    Done.insert(unsigned(I));
  std::string Entry = "python/" + Tokens[From + 1].Text.str();
  bool HasComment = any_of(S.Scan.Comments, [&](const ScriptRange &R) {
    return Begin <= R.Begin && R.Begin < End;
  });
  size_t Close = Text.find_first_not_of(" \t\r\n,", End);
  if (Close == StringRef::npos || Text[Close] != ')')
    Close = End - 1;
  if (HasComment) {
    Imported.clear();
    return report(Begin, End,
                  say(msg::BuildImportByHand, join(Moved, ", "), Module), Entry,
                  Severity::Error);
  }
  size_t LineBegin = Text.rfind('\n', Tokens[From].Offset) + 1;
  StringRef Indent = Text.slice(LineBegin, Tokens[From].Offset);
  size_t LineEnd = std::min(Text.find('\n', Close), Text.size());
  bool Crlf = LineEnd && LineEnd < Text.size() && Text[LineEnd - 1] == '\r';
  // Names that had a line each keep it.
  StringRef Gap =
      Text.slice(Tokens[First].end(),
                 First < Last ? Tokens[First + 1].Offset : Tokens[First].end());
  bool Lines = Gap.starts_with(",") && Gap.contains('\n');
  edit("build-rule", Begin, End, join(Kept, Lines ? Gap : ", "),
       say(msg::BuildImport, join(Moved, ", "), Module), Entry);
  unsigned At = unsigned(LineEnd) - Crlf;
  edit("build-rule", At, At,
       (Crlf ? "\r\n" : "\n") + Indent.str() + "from " + Module.str() +
           " import " + join(Moved, ", "),
       say(msg::BuildImport, join(Moved, ", "), Module), Entry);
}

/// `name=value` in a call. `f"{name=}"` prints both.
bool ScriptPort::isKeyword(const Token &T) const {
  StringRef Rest = Text.substr(T.end()).ltrim(" \t");
  return !T.quoted() && T.Bracket == '(' && Rest.starts_with("=") &&
         !Rest.starts_with("==");
}

/// `home = os.environ.get("CUDA_HOME", "/usr/local/cuda")`: a name that holds
/// the toolkit's directory.
void ScriptPort::findRootNames() {
  auto IsRoot = [&](const Token &T) {
    if (T.At != Token::Place::Word || !T.Whole || !T.quoted())
      return false;
    return !rootName(T.Text).empty() ||
           any_of(Rules.at(Place::Path), [&](const BuildRule *R) {
             return R->IsRoot && isSyntax(*R) && fitsGlob(R->From, T.Text);
           });
  };
  for (size_t I = 0; I < Tokens.size(); ++I) {
    const Token &Name = Tokens[I];
    StringRef Rest = Text.substr(Name.end()).ltrim(" \t");
    bool IsSet = Name.At == Token::Place::Name && !Name.Text.contains('.') &&
                 Name.Bracket == 0 && Rest.starts_with("=") &&
                 !Rest.starts_with("==") && !isInHalf(Name.Offset);
    if (!IsSet)
      continue;
    // All that the statement says is that directory.
    size_t LineEnd = std::min(Text.find('\n', Name.end()), Text.size());
    StringRef Value = Text.slice(Name.end(), LineEnd);
    bool Joins = Value.contains("join") || Value.contains('+') ||
                 Value.contains('%') || Value.contains(" / ");
    for (size_t J = I + 1; J < Tokens.size() && Tokens[J].end() <= LineEnd; ++J)
      if (!Joins && IsRoot(Tokens[J]))
        RootAliases.insert(Name.Text);
  }
}

/// What a script adds to the toolkit's directory: `HOME + "/lib64"`,
/// `f"{HOME}/lib64"`, `join(HOME, "lib64")`.
void ScriptPort::belowRootOfName(size_t I, unsigned End) {
  if (Text.substr(End).starts_with("}"))
    return belowRoot(End);
  if (I + 1 == Tokens.size() || !Tokens[I + 1].quoted() ||
      Tokens[I + 1].QuoteBegin < End)
    return;
  const Token &Next = Tokens[I + 1];
  StringRef Between = Text.slice(End, Next.QuoteBegin).trim(" \t\r\n)]'\"");
  if (Between == "+" || Next.Text.starts_with("/"))
    belowRoot(Next.Offset);
  else if (Between == "," || Between == "/")
    belowRoot(Next.Offset, /*IsPart=*/true);
}

/// A string: `os.environ["CUDA_HOME"] + "/lib64"`, `getattr(lib, "cudaFree")`.
void ScriptPort::visitPythonWord(size_t I) {
  const Token &T = Tokens[I];
  if (!T.Whole || !T.quoted())
    return;
  if (!rootName(T.Text).empty())
    belowRootOfName(I, T.end());
  // A key of what is handed on as keywords.
  bool MayBeKey = HandedOn.contains(T.Keyword) || HandedOn.contains(T.Command);
  if (const BuildRule *R =
          MayBeKey ? findRule(Place::Keyword, T.Text, I) : nullptr;
      R && !R->Of.empty())
    return apply(*R, I, T.Offset, T.end(), I);
  if (T.Command == "getattr" || T.Command == "hasattr")
    if (auto E = Names.findName(T.Text))
      tellFunction(*E, T.Offset);
}

/// Another module may use torch at run time, which is not the build's affair.
bool ScriptPort::buildsExtensions() const {
  return S.Syntax != ScriptSyntax::Python ||
         sys::path::filename(S.Path) == "setup.py" || !Imported.empty() ||
         !Modules.empty();
}

void ScriptPort::visitName(size_t I) {
  const Token &T = Tokens[I];
  if (!S.Builds && !Tree.Python)
    return;
  if (S.Syntax == ScriptSyntax::Python && isKeyword(T)) {
    const BuildRule *R = findRule(Place::Keyword, T.Text, I);
    if (R && (!R->Of.empty() || !Tree.Parameters.contains(T.Text)))
      apply(*R, I, T.Offset, T.end(), I);
    return;
  }
  if (visitQualified(I) || visitCythonName(I))
    return;
  StringRef First = T.Text.split('.').first;
  if (RootAliases.contains(First))
    return belowRootOfName(I, T.Offset + unsigned(First.size()));
  if (auto It = Imported.find(First);
      It != Imported.end() && !It->second.empty())
    if (const BuildRule *R = importRule(First, It->second)) {
      StringRef New = splitName(R->To).second;
      unsigned End = T.Offset + unsigned(First.size());
      if (New != First)
        edit("build-rule", T.Offset, End, New.str(),
             say(msg::Becomes, First, New), R->Name);
      if (R->IsRoot)
        belowRootOfName(I, End);
      return;
    }
  StringRef Name;
  const BuildRule *R = findAttribute(I, Name);
  if (!R) {
    if (const BuildRule *Module = findModule(I))
      apply(*Module, I, T.Offset, T.end(), I);
    else if (!visitMember(I))
      tellFunction(T);
    return;
  }
  unsigned End = T.Offset + unsigned(Name.size());
  if (R->AtRunTime && Tree.Python)
    return apply(*R, I, T.Offset, End, I);
  if (!buildsExtensions())
    return;
  if (R->AtRunTime && R->Module.empty())
    return reportRule(*R, T.Offset, End);
  // torch_musa gives `torch` its attributes; without it there are none.
  bool HasModule = R->Module.empty() || Text.contains("torch_musa") ||
                   !UsedModules.empty() ||
                   any_of(Imported, [&](const auto &Each) {
                     return Each.second == R->Module;
                   });
  if (HasModule)
    return apply(*R, I, T.Offset, End, I);
  report(T.Offset, End, say(msg::BuildNoImport, Name, R->To), R->Name);
}

} // namespace musify
