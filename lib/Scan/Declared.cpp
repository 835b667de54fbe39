#include "Scan/Declared.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {
namespace {

bool isWordChar(char C) { return isAlnum(C) || C == '_'; }

/// A word behind which an expression begins.
bool beginsExpression(StringRef Word) {
  static constexpr StringRef Words[] = {
      "return", "else",      "do",       "throw",    "case",   "and",
      "or",     "co_return", "co_await", "co_yield", "not",    "xor",
      "new",    "delete",    "sizeof",   "goto",     "typeid", "alignof"};
  return llvm::is_contained(Words, Word);
}

/// Reads a text from its end, without blanks and comments.
class BackReader {
public:
  explicit BackReader(StringRef Before) : Rest(Before) { skip(); }

  char last() const { return Rest.empty() ? '\0' : Rest.back(); }
  bool consume(StringRef What) {
    if (!Rest.consume_back(What))
      return false;
    skip();
    return true;
  }
  StringRef word() const {
    size_t At = Rest.size();
    while (At && isWordChar(Rest[At - 1]))
      --At;
    return Rest.drop_front(At);
  }
  /// The arguments of a template, with their brackets.
  bool consumeAngles() {
    if (last() != '>' || Rest.ends_with("->"))
      return false;
    int Depth = 0;
    for (size_t At = Rest.size(); At-- > 0;) {
      Depth += (Rest[At] == '>') - (Rest[At] == '<');
      if (StringRef(";{}").contains(Rest[At]))
        return false;
      if (Depth)
        continue;
      Rest = Rest.take_front(At);
      skip();
      return true;
    }
    return false;
  }
  /// True if a statement, a member or a directive ends here.
  bool isAtBoundary() const {
    if (Rest.empty() || StringRef(";{}>#\"").contains(Rest.back()))
      return true;
    StringRef Access = Rest;
    if (!Access.consume_back(":"))
      return false;
    Access = Access.rtrim();
    return Access.ends_with("public") || Access.ends_with("private") ||
           Access.ends_with("protected");
  }

private:
  void skip() {
    for (size_t Before = ~size_t(0); Before != Rest.size();) {
      Before = Rest.size();
      Rest = Rest.rtrim();
      if (Rest.ends_with("*/"))
        Rest = Rest.take_front(Rest.drop_back(2).rfind("/*"));
      StringRef Line = Rest.drop_front(Rest.rfind('\n') + 1);
      if (size_t Comment = Line.find("//"); Comment != StringRef::npos)
        Rest = Rest.drop_back(Line.size() - Comment);
    }
  }

  StringRef Rest;
};

/// True if what follows the parameters is a function's.
bool endsDeclarator(StringRef After) {
  After = After.ltrim();
  if (After.starts_with("{"))
    return true;
  StringRef Word = After.take_while(isWordChar);
  return Word == "const" || Word == "noexcept" || Word == "override" ||
         Word == "final";
}

/// The text before the place, without the directives above and what they end.
StringRef behindDirectives(StringRef Before) {
  constexpr unsigned MostLines = 16; // of a declaration
  auto LineBegin = [&](size_t End) {
    return Before.take_front(End).rfind('\n') + 1;
  };
  size_t Begin = LineBegin(Before.size());
  for (unsigned I = 0; Begin && I < MostLines; ++I) {
    size_t Above = LineBegin(Begin - 1);
    bool Continues = Above && Before.take_front(Above).rtrim().ends_with("\\");
    if (Continues || Before.drop_front(Above).ltrim(" \t").starts_with("#"))
      return Before.drop_front(Begin);
    Begin = Above;
  }
  return Before;
}

} // namespace

bool looksDeclared(StringRef Text, size_t Begin, size_t End) {
  if (endsDeclarator(Text.drop_front(End)))
    return true;
  BackReader Before(behindDirectives(Text.take_front(Begin)));
  while (Before.consume("::")) {
    Before.consumeAngles();
    if (StringRef Class = Before.word(); !Class.empty())
      Before.consume(Class);
  }
  if (Before.consume("~"))
    return true;
  if (StringRef Word = Before.word(); !Word.empty())
    return !isDigit(Word.front()) && !beginsExpression(Word);
  // `T *`, `const ns::T<int> &`
  while (Before.consume("*") || Before.consume("&")) {
  }
  bool HasType = false;
  for (;;) {
    HasType |= Before.consumeAngles();
    StringRef Word = Before.word();
    if (!Word.empty()) {
      if (isDigit(Word.front()) || beginsExpression(Word))
        return false;
      HasType = true;
      Before.consume(Word);
    } else if (!Before.consume("::")) {
      break;
    }
  }
  return HasType && Before.isAtBoundary();
}

} // namespace musify
