// Names that a Python script imports. Only what the imports show to be torch's
// is renamed: a name of the script's own stays.
#include "Build/ScriptPort.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {

/// `package.module.Name` → `package.module`, `Name`.
static std::pair<StringRef, StringRef> splitName(StringRef Dotted) {
  auto [Module, Name] = Dotted.rsplit('.');
  return Name.empty() ? std::pair(StringRef(), Module)
                      : std::pair(Module, Name);
}

void ScriptPort::readImports() {
  if (S.Syntax != ScriptSyntax::Python)
    return;
  using TP = Token::Place;
  for (size_t I = 0; I + 3 < Tokens.size(); ++I) {
    const Token &Module = Tokens[I + 1];
    bool IsImport = Tokens[I].At == TP::Name && Tokens[I].Text == "from" &&
                    Tokens[I + 2].At == TP::Name &&
                    Tokens[I + 2].Text == "import";
    if (!IsImport)
      continue;
    size_t First = I + 3, Last = First;
    unsigned Statement = Tokens[First].Statement;
    while (Last + 1 < Tokens.size() && Tokens[Last + 1].Statement == Statement)
      ++Last;
    std::vector<std::string> Kept, Moved;
    StringRef NewModule;
    for (size_t J = First; J <= Last; ++J) {
      StringRef Name = Tokens[J].Text;
      std::string Alias;
      if (J + 2 <= Last && Tokens[J + 1].Text == "as") {
        Alias = " as " + Tokens[J + 2].Text.str();
        J += 2;
      }
      const BuildRule *R = nullptr;
      for (const BuildRule *Each : Rules.matching(Name))
        if (Each->At == Place::Import && Each->Module == Module.Text &&
            isSyntax(*Each))
          R = Each;
      if (!R) {
        Kept.push_back(Name.str() + Alias);
        continue;
      }
      NewModule = splitName(R->To).first;
      Moved.push_back(splitName(R->To).second.str() + Alias);
      if (Alias.empty())
        Imported[Name] = Module.Text.str();
      else
        Imported[Name].clear(); // the alias is used instead
    }
    if (Moved.empty())
      continue;
    edit("build-rule", Module.Offset, Module.end(), NewModule.str(),
         say(msg::Becomes, Module.Text, NewModule),
         "python/" + Module.Text.str());
    if (!Kept.empty()) {
      Out.pop_back();
      splitImport(I, First, Last, Kept, Moved, NewModule);
    }
  }
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

void ScriptPort::visitName(size_t I) {
  const Token &T = Tokens[I];
  StringRef First = T.Text.split('.').first;
  if (auto It = Imported.find(First);
      It != Imported.end() && !It->second.empty())
    for (const BuildRule *R : Rules.matching(First))
      if (R->At == Place::Import && R->Module == It->second && isSyntax(*R)) {
        StringRef New = splitName(R->To).second;
        unsigned End = T.Offset + unsigned(First.size());
        if (New != First)
          edit("build-rule", T.Offset, End, New.str(),
               say(msg::Becomes, First, New), R->Name);
        return;
      }
  const BuildRule *R = findRule(Place::Attribute, T.Text, I);
  if (!R)
    return;
  // torch_musa gives `torch` its attributes; without it there are none.
  bool HasModule = R->Module.empty() || Text.contains("torch_musa") ||
                   any_of(Imported, [&](const auto &Each) {
                     return Each.second == R->Module;
                   });
  if (HasModule)
    return apply(*R, I, T.Offset, T.end(), I);
  report(T.Offset, T.end(), say(msg::BuildNoImport, T.Text, R->To), R->Name);
}

} // namespace musify
