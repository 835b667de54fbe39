#include "Rewrite/NumberAlias.h"
#include "Rewrite/FileWords.h"
#include "Scan/CudaNames.h"
#include "clang/Basic/CharInfo.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
namespace tok = clang::tok;

namespace musify {
namespace {

using Aliases = std::map<std::string, std::string>;

/// `(MACRO / 10)`
bool isNumberOf(StringRef Text, StringRef Macro) {
  bool HasMacro = false;
  while (!(Text = Text.ltrim("()*/+-% \t")).empty()) {
    StringRef Word = Text.take_while(
        [](char C) { return clang::isAsciiIdentifierContinue(C); });
    if (Word != Macro && (Word.empty() || !isDigit(Word[0])))
      return false;
    HasMacro |= Word == Macro;
    Text = Text.drop_front(Word.size());
  }
  return HasMacro;
}

StringRef takeWord(StringRef &Text) {
  StringRef Word = Text.ltrim().take_while(
      [](char C) { return clang::isAsciiIdentifierContinue(C); });
  Text = Text.ltrim().drop_front(Word.size());
  return Word;
}

/// The name that `#define NAME MACRO` gives a number; empty if it is none.
StringRef macroIn(StringRef Line, StringRef Macro) {
  if (!(Line = Line.ltrim()).consume_front("#") || takeWord(Line) != "define")
    return "";
  StringRef Name = takeWord(Line);
  return isNumberOf(Line, Macro) ? Name : "";
}

/// Likewise of `constexpr int NAME = MACRO;`.
StringRef constantIn(StringRef Line, StringRef Macro) {
  auto [Declared, Value] = Line.split('=');
  Declared = Declared.rtrim();
  size_t Begin = Declared.size();
  while (Begin && clang::isAsciiIdentifierContinue(Declared[Begin - 1]))
    --Begin;
  StringRef Name = Declared.substr(Begin);
  bool IsConstant =
      Declared.ltrim().starts_with("const") || Declared.contains(" const");
  return IsConstant &&
                 isNumberOf(Value.take_until([](char C) { return C == ';'; }),
                            Macro)
             ? Name
             : "";
}

StringRef withoutComment(StringRef Line) {
  return Line.take_front(std::min(Line.find("//"), Line.find("/*")));
}

/// Calls `Use` with each line that names a number of the source, and its macro.
void forEachNumber(const ScannedFile &Scan,
                   function_ref<void(StringRef Line, StringRef Macro)> Use) {
  for (const Candidate &C : Scan.Candidates) {
    if (C.at() != Candidate::Place::Name || !C.E || !C.E->Numeric ||
        !C.E->Value.empty())
      continue;
    size_t Begin = Scan.Text.rfind('\n', C.Offset) + 1;
    Use(withoutComment(Scan.Text.slice(Begin, Scan.Text.find('\n', C.Offset))),
        C.Text);
  }
}

class AliasReader : FileWords {
public:
  AliasReader(const ScannedFile &Scan, FileContext &Context,
              const Aliases &Known)
      : FileWords(Scan.Text), Scan(Scan), Context(Context), Known(Known) {}
  void report() {
    size_t Behind = 0; // one finding a line
    for (size_t At = 0; At < Words.size(); ++At) {
      const Word &W = Words[At];
      if (W.Kind != tok::raw_identifier || W.Offset < Behind)
        continue;
      auto It = Known.find(W.Text.str());
      if (It == Known.end() || !mayCompare(W.Offset) ||
          !comparedWith(At, At + 1))
        continue;
      tell(W, It->second);
      Behind = std::min(Scan.Text.find('\n', W.Offset), Scan.Text.size());
    }
  }

private:
  /// False in a directive that has no comparison: no semicolon ends it.
  bool mayCompare(unsigned Offset) const {
    size_t Begin = Scan.Text.rfind('\n', Offset) + 1;
    StringRef Line =
        Scan.Text.slice(Begin, Scan.Text.find('\n', Offset)).ltrim();
    return !Line.starts_with("#") ||
           (!Line.drop_front().ltrim().starts_with("define") &&
            Line.find_first_of("<>=") != StringRef::npos);
  }
  void tell(const Word &W, StringRef Macro) {
    Direction Way = Context.Project.Names.direction();
    Context.report(candidateOf(W), say(msg::NumberAlias, W.Text, Macro,
                                       sourceSide(Way), targetSide(Way)));
  }

  const ScannedFile &Scan;
  FileContext &Context;
  const Aliases &Known;
};

/// What the file's lines say, and macros of other files.
Aliases aliasesFor(const ScannedFile &Scan, const Aliases &OfProject) {
  constexpr size_t Shortest = 8;
  Aliases Found;
  forEachNumber(Scan, [&](StringRef Line, StringRef Macro) {
    StringRef Name = macroIn(Line, Macro);
    if (Name.empty())
      Name = constantIn(Line, Macro);
    if (!Name.empty())
      Found.try_emplace(Name.str(), Macro.str());
  });
  for (const auto &[Name, Macro] : OfProject)
    if (Name.size() >= Shortest && Scan.Text.contains(Name) &&
        !is_contained(Scan.MacrosDefined, Name))
      Found.try_emplace(Name, Macro);
  return Found;
}

} // namespace

void noteNumberAliases(const ScannedFile &Scan, Aliases &Out) {
  forEachNumber(Scan, [&](StringRef Line, StringRef Macro) {
    if (StringRef Name = macroIn(Line, Macro); !Name.empty())
      Out.try_emplace(Name.str(), Macro.str());
  });
}

void reportNumberAliases(const ScannedFile &Scan, FileContext &Context) {
  Aliases Known = aliasesFor(Scan, Context.Project.NumberAliases);
  if (!Known.empty())
    AliasReader(Scan, Context, Known).report();
}

} // namespace musify
