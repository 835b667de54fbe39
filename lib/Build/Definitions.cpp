// Macros that build scripts define for every source below them.
#include "Build/Definitions.h"
#include "Build/Sides.h"
#include "Platform/Platform.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {

bool isWritten(StringRef Definition) {
  return !Definition.empty() && !isDigit(Definition[0]) &&
         Definition.find_first_of("$\"'\\<>(){}@ ") == StringRef::npos;
}

namespace {

/// CMake: commands outside of conditions, loops and functions.
class CMakeDefinitions {
public:
  std::vector<std::string> run(const Script &S) {
    for (const ScriptToken &T : S.Scan.Tokens)
      if (T.At == ScriptToken::Place::Command)
        enter(T.Text.lower());
      else if (T.At == ScriptToken::Place::Word && !T.InGenerator && !Depth)
        take(T);
    return std::move(Out);
  }

private:
  void enter(StringRef Command) {
    bool Opens =
        is_contained({"if", "foreach", "while", "function", "macro"}, Command);
    Depth += Opens;
    Depth -= Depth && Command.starts_with("end");
  }

  void take(const ScriptToken &T) {
    StringRef Text = T.Text;
    bool HasFlag = Text.consume_front("-D");
    bool TakesNames = T.Command.equals_insensitive("add_compile_definitions");
    bool TakesFlags = T.Command.equals_insensitive("add_definitions") ||
                      T.Command.equals_insensitive("add_compile_options");
    if ((TakesNames || (TakesFlags && HasFlag)) && isWritten(Text))
      Out.push_back("-D" + Text.str());
  }

  std::vector<std::string> Out;
  unsigned Depth = 0;
};

/// Where each line of a Makefile is below a condition.
class MakeConditions {
public:
  explicit MakeConditions(StringRef Text) {
    unsigned Depth = 0;
    for (StringRef Line : split(Text, '\n')) {
      StringRef Word =
          Line.ltrim().take_until([](char C) { return C == ' ' || C == '('; });
      if (Word.starts_with("if"))
        Depth += is_contained({"ifeq", "ifneq", "ifdef", "ifndef"}, Word);
      Conditional.push_back(Depth != 0);
      if (Word.rtrim() == "endif" && Depth)
        --Depth;
    }
  }
  bool holds(StringRef Text, unsigned Offset) const {
    return Conditional[Text.take_front(Offset).count('\n')];
  }

private:
  std::vector<bool> Conditional;
};

/// `CPPFLAGS += -DNAME`, but not `debug: CPPFLAGS += -DNAME`.
std::vector<std::string> makeDefinitions(const Script &S) {
  MakeConditions If(S.Text);
  std::vector<std::string> Out;
  for (const ScriptToken &T : S.Scan.Tokens) {
    StringRef Text = T.Text;
    bool IsDefinition = T.At == ScriptToken::Place::Word &&
                        !T.Keyword.empty() && Text.consume_front("-D") &&
                        isWritten(Text);
    if (!IsDefinition || If.holds(S.Text, T.Offset))
      continue;
    unsigned Name = unsigned(T.Keyword.data() - S.Text.data());
    StringRef Before = S.Text.take_front(Name);
    Before = Before.substr(Before.rfind('\n') + 1);
    if (!Before.contains(':') && !Before.starts_with("\t"))
      Out.push_back(T.Text.str());
  }
  return Out;
}

} // namespace

static std::vector<std::string> allDefinitions(const Script &S) {
  switch (S.Syntax) {
  case ScriptSyntax::CMake:
    return CMakeDefinitions().run(S);
  case ScriptSyntax::Make:
    return makeDefinitions(S);
  case ScriptSyntax::Python:
    return S.Builds ? pythonDefinitions(S) : std::vector<std::string>();
  default:
    return {};
  }
}

/// `-DUSE_ROCM`, of a script for another vendor's platform, and MUSA's.
static bool isOfAnotherPlatform(StringRef Flag) {
  StringRef Name = Flag.drop_front(2).split('=').first;
  return namesMusa(Name) || sourcePlatform().OtherVendors.contains(Name);
}

std::vector<std::string> unconditionalDefinitions(const Script &S) {
  std::vector<std::string> Out = allDefinitions(S);
  llvm::erase_if(Out, isOfAnotherPlatform);
  return Out;
}

} // namespace musify
