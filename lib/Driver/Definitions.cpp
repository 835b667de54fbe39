// Which macros the builds of a project define, and the parses did not: where
// code that no parse saw hangs on one of them, it helps to define it.
#include "Driver/Stages.h"
#include "Scan/Condition.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {
namespace {

/// The directive whose branch begins at `Begin`, as its name and what follows.
std::pair<StringRef, StringRef> directiveBefore(StringRef Text,
                                                unsigned Begin) {
  StringRef Before = Text.take_front(Begin).rtrim();
  size_t LineBegin = Before.rfind('\n') + 1; // npos + 1 is 0
  if (Text.substr(Begin).ltrim(" \t").starts_with("#"))
    LineBegin = Begin;
  StringRef Line =
      Text.substr(LineBegin).take_until([](char C) { return C == '\n'; });
  Line = Line.ltrim(" \t");
  if (!Line.consume_front("#"))
    return {};
  Line = Line.ltrim(" \t");
  StringRef Name = Line.take_while([](char C) { return isAlpha(C); });
  return {Name, Line.drop_front(Name.size())};
}

/// The macro of the project that alone makes the condition true.
StringRef macroToDefine(StringRef Directive, StringRef Text,
                        const Table &Names) {
  if (!hasCondition(Directive))
    return "";
  Condition If(Directive, Text);
  StringRef Found;
  auto Helps = [&](StringRef Macro) {
    auto Only = [&](StringRef Name) {
      using Is = MacroState::Is;
      return Name == Macro ? MacroState{Is::Defined, 1}
                           : MacroState{Is::Undefined, 0};
    };
    bool IsOwn = !Macro.starts_with("_") && !Names.findName(Macro);
    return IsOwn && If.evaluate(Only) == true;
  };
  If.names([&](StringRef Name) {
    if (Found.empty() && Helps(Name))
      Found = Name;
    return false;
  });
  return Found;
}

} // namespace

std::vector<UsefulDefinition> usefulDefinitions(ArrayRef<FileResult> Files,
                                                const Table &Names) {
  std::map<std::string, UsefulDefinition> ByMacro;
  for (const FileResult &F : Files) {
    StringSet<> InFile;
    for (const LexerOnlyRegion &R : F.LexerOnly) {
      auto [Directive, Text] = directiveBefore(F.OldText, R.Begin);
      StringRef Macro = macroToDefine(Directive, Text, Names);
      if (Macro.empty())
        continue;
      UsefulDefinition &D = ByMacro[Macro.str()];
      D.Macro = Macro.str();
      D.Names += R.Names;
      D.Files += InFile.insert(Macro).second;
    }
  }
  std::vector<UsefulDefinition> Out;
  for (auto &[Macro, D] : ByMacro)
    Out.push_back(std::move(D));
  llvm::sort(Out, [](const auto &A, const auto &B) {
    return std::tie(B.Names, A.Macro) < std::tie(A.Names, B.Macro);
  });
  return Out;
}

} // namespace musify
