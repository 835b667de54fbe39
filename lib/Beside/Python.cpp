// Setup scripts of Python that both backends share: a branch that asks for CUDA
// gets one for MUSA behind it.
#include "Beside/Pieces.h"
#include "Beside/Script.h"
#include "Rename/BesideWords.h"
#include "Rename/Words.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace llvm;

namespace musify {
namespace {

/// A statement's first line, up to the line break that ends it.
struct Logical {
  TextRange Whole;
  size_t Indent;
  StringRef Text; ///< without indentation
};

/// Behind the string that begins at `At`.
size_t endOfString(StringRef Text, size_t At) {
  char Quote = Text[At];
  std::string Long(3, Quote);
  if (Text.substr(At).starts_with(Long)) {
    size_t End = Text.find(Long, At + 3);
    return End == StringRef::npos ? Text.size() : End + 3;
  }
  for (++At; At < Text.size() && Text[At] != Quote && Text[At] != '\n'; ++At)
    At += Text[At] == '\\';
  return std::min(At + 1, Text.size());
}

size_t endOfLogical(StringRef Text, size_t At) {
  int Depth = 0;
  while (At < Text.size()) {
    char C = Text[At];
    if (C == '"' || C == '\'') {
      At = endOfString(Text, At);
      continue;
    }
    if (C == '#')
      At = std::min(Text.find('\n', At), Text.size());
    else if (C == '\n' && Depth <= 0)
      return At + 1;
    else
      At += C == '\\' ? 2 : 1;
    Depth += StringRef("([{").contains(C) - StringRef(")]}").contains(C);
  }
  return Text.size();
}

/// Empty lines and comments belong to no statement.
std::vector<Logical> logicalLines(StringRef Text) {
  std::vector<Logical> Out;
  for (size_t At = 0; At < Text.size();) {
    size_t End = endOfLogical(Text, At);
    StringRef Line = Text.slice(At, End);
    StringRef Bare = Line.ltrim(" \t");
    if (!Bare.trim().empty() && !Bare.starts_with("#"))
      Out.push_back({{unsigned(At), unsigned(End)},
                     Line.size() - Bare.size(),
                     Bare.rtrim()});
    At = End;
  }
  return Out;
}

std::vector<TextRange> stringsOf(StringRef Text) {
  std::vector<TextRange> Out;
  for (size_t At = 0; At < Text.size();) {
    size_t End = At + 1;
    if (Text[At] == '#')
      End = std::min(Text.find('\n', At), Text.size());
    if (Text[At] == '"' || Text[At] == '\'') {
      End = endOfString(Text, At);
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
      : To(To), Text(S.In.Text), Lines(logicalLines(Text)),
        Strings(stringsOf(Text)) {}
  void run();

private:
  std::string renamed(TextRange R, const StringSet<> &Own) const;
  std::string condition(TextRange R) const;
  std::string imports(StringRef Body, size_t Indent) const;
  bool visit(size_t I);

  ScriptAdder &To;
  StringRef Text;
  std::vector<Logical> Lines;
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
  const Logical &L = Lines[I];
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
      [&](const Logical &Each) { return Each.Indent > L.Indent; });
  size_t Last = I + Inside.size();
  TextRange Body{L.Whole.End, Lines[Last].Whole.End};
  if (!To.hasSdkEdit({L.Whole.Begin, Body.End})) // about no build
    return false;
  StringSet<> Own; // what the branch itself sets
  for (size_t J = I + 1; J <= Last; ++J) {
    StringRef Name =
        Lines[J].Text.take_while([](char C) { return isAlnum(C) || C == '_'; });
    if (Lines[J].Text.drop_front(Name.size()).ltrim().starts_with("="))
      Own.insert(Name);
  }
  std::string BodyText = renamed(Body, Own);
  To.add({L.Whole.Begin, Body.End}, Body.End,
         std::string(L.Indent, ' ') + "elif " + New + ":\n" +
             imports(BodyText, Lines[I + 1].Indent) + BodyText,
         Rest);
  return true;
}

void PythonSharer::run() {
  for (size_t I = 0; I < Lines.size(); ++I)
    if (!To.isDone(Lines[I].Whole.Begin))
      visit(I);
}

} // namespace

void sharePython(const SharedScript &S, ScriptAdder &To) {
  PythonSharer(S, To).run();
}

} // namespace musify
