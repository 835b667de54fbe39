// Setup scripts of Python that both backends share: a branch that asks for CUDA
// gets one for MUSA behind it.
#include "Beside/Pieces.h"
#include "Beside/Script.h"
#include "Build/PythonLines.h"
#include "Rename/BesideWords.h"
#include "Rename/Words.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace llvm;

namespace musify {
namespace {

std::vector<TextRange> stringsOf(StringRef Text) {
  std::vector<TextRange> Out;
  for (size_t At = 0; At < Text.size();) {
    size_t End = At + 1;
    if (Text[At] == '#')
      End = std::min(Text.find('\n', At), Text.size());
    if (Text[At] == '"' || Text[At] == '\'') {
      End = endOfPythonString(Text, At);
      Out.push_back({unsigned(At), unsigned(End)});
    }
    At = End;
  }
  return Out;
}

bool isName(StringRef Text) {
  return !Text.empty() &&
         llvm::all_of(Text, [](char C) { return isAlnum(C) || C == '_'; });
}

/// A question that has an answer wherever it is asked.
bool isPlain(StringRef Condition) {
  bool IsLookup = Condition.contains('[') && !Condition.contains("environ[");
  return !IsLookup && !Condition.contains("not ") &&
         !Condition.contains(" is ") && !Condition.contains('<') &&
         !Condition.contains('>') && !Condition.contains("!=");
}

/// The parts of a condition between `or`.
SmallVector<StringRef> alternatives(StringRef Condition) {
  SmallVector<StringRef> Out;
  Condition.split(Out, " or ");
  int Depth = 0; // an `or` in brackets parts nothing
  for (StringRef Part : Out)
    if ((Depth += int(Part.count('(')) - int(Part.count(')'))))
      return {Condition};
  return Out;
}

bool namesVendor(StringRef Text) {
  for (const std::string &Word : otherVendors())
    for (size_t At = Text.find(Word); At != StringRef::npos;
         At = Text.find(Word, At + 1))
      if (isWordAt(Text, At, Word))
        return true;
  return false;
}

class PythonSharer {
public:
  PythonSharer(const SharedScript &S, ScriptAdder &To)
      : To(To), Text(S.In.Text), Lines(pythonLines(Text)),
        Strings(stringsOf(Text)) {}
  void run();

private:
  std::string renamed(TextRange R, const StringSet<> &Own) const;
  std::string condition(TextRange R) const;
  std::string imports(StringRef Body, size_t Indent) const;
  bool visit(size_t I);

  ScriptAdder &To;
  StringRef Text;
  std::vector<PythonLine> Lines;
  std::vector<TextRange> Strings;
};

/// As a port has the range, with other words changed in strings and in the
/// names of `Own`.
std::string PythonSharer::renamed(TextRange R, const StringSet<> &Own) const {
  auto IsString = [&](size_t At) {
    auto After = llvm::partition_point(
        Strings, [&](const TextRange &S) { return S.Begin <= At; });
    return After != Strings.begin() && std::prev(After)->holds(At);
  };
  return To.renamed(R, [&](TextRange Each) {
    std::string Out;
    for (size_t At = Each.Begin; At < Each.End;) {
      StringRef Word = Text.slice(At, Each.End).take_while([](char C) {
        return isAlnum(C) || C == '_';
      });
      Word = Word.empty() ? Text.substr(At, 1) : Word;
      bool Changes = IsString(At) || Own.contains(Word);
      Out += Changes ? To.words(Word) : Word.str();
      At += Word.size();
    }
    return Out;
  });
}

/// What the branch for MUSA asks: without what other vendors ask for.
std::string PythonSharer::condition(TextRange R) const {
  std::string New = renamed(R, {});
  std::vector<std::string> Parts;
  for (StringRef Part : alternatives(New)) {
    Part = Part.trim();
    if (namesVendor(Part))
      continue;
    // A framework has the module only once its extension is imported.
    auto [Outer, Rest] = Part.split('.');
    auto [Module, Call] = Rest.split('.');
    bool IsNew = !Call.empty() && isName(Outer) && isName(Module) &&
                 !Text.slice(R.Begin, R.End).contains(Module);
    Parts.push_back(
        IsNew ? ("(hasattr(" + Outer + ", '" + Module + "') and " + Part + ")")
                    .str()
              : Part.str());
  }
  return join(Parts, " or ");
}

/// The imports that a port adds elsewhere and the branch needs.
std::string PythonSharer::imports(StringRef Body, size_t Indent) const {
  std::string Out;
  for (const Finding &F : To.In.Ported.Edits) {
    StringRef New = StringRef(*F.NewText).trim();
    bool IsImport =
        !F.Where.Length && New.starts_with("from ") && New.count('\n') == 0;
    if (IsImport && Body.contains(New.rsplit(' ').second))
      Out += std::string(Indent, ' ') + New.str() + "\n";
  }
  return Out;
}

/// True if the branch at `I` got a counterpart.
bool PythonSharer::visit(size_t I) {
  const PythonLine &L = Lines[I];
  StringRef Rest = L.Text;
  bool IsBranch = Rest.consume_front("if ") || Rest.consume_front("elif ");
  if (!IsBranch || !Rest.consume_back(":") || I + 1 == Lines.size() ||
      Lines[I + 1].Indent <= L.Indent)
    return false;
  unsigned Begin = Rest.data() - Text.data();
  TextRange Asked{Begin, unsigned(Begin + Rest.size())};
  std::string New = condition(Asked);
  if (!isPlain(Rest) || New.empty() || renamed(Asked, {}) == Rest)
    return false;
  auto Inside = ArrayRef(Lines).drop_front(I + 1).take_while(
      [&](const PythonLine &Each) { return Each.Indent > L.Indent; });
  size_t Last = I + Inside.size();
  TextRange Body{L.End, Lines[Last].End};
  if (!To.hasSdkEdit({L.Begin, Body.End})) // about no build
    return false;
  StringSet<> Own; // what the branch itself sets
  for (size_t J = I + 1; J <= Last; ++J) {
    StringRef Name =
        Lines[J].Text.take_while([](char C) { return isAlnum(C) || C == '_'; });
    if (Lines[J].Text.drop_front(Name.size()).ltrim().starts_with("="))
      Own.insert(Name);
  }
  std::string BodyText = renamed(Body, Own);
  To.add({L.Begin, Body.End}, Body.End,
         std::string(L.Indent, ' ') + "elif " + New + ":\n" +
             imports(BodyText, Lines[I + 1].Indent) + BodyText,
         Rest);
  return true;
}

void PythonSharer::run() {
  for (size_t I = 0; I < Lines.size(); ++I)
    if (!To.isDone(Lines[I].Begin))
      visit(I);
}

} // namespace

void sharePython(const SharedScript &S, ScriptAdder &To) {
  PythonSharer(S, To).run();
}

} // namespace musify
