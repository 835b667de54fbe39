#include "Rename/OwnNames.h"
#include "Scan/RawLexer.h"
#include "clang/Basic/IdentifierTable.h"
#include <vector>

using namespace llvm;

namespace musify {
namespace {

/// Keywords that begin or divide expressions: the name behind one of them is
/// used, not declared.
bool beginsExpression(StringRef Word) {
  static const StringSet<> Words = {
      "return", "else",     "throw",     "new",      "delete", "case",
      "goto",   "co_await", "co_return", "co_yield", "do",     "sizeof",
      "if",     "while",    "operator",  "using"};
  return Words.contains(Word);
}

bool isKeywordOfType(StringRef Word) {
  return Word == "class" || Word == "struct" || Word == "union" ||
         Word == "enum" || Word == "namespace" || Word == "typename" ||
         Word == "concept";
}

struct Piece {
  StringRef Text;
  bool IsName, BeginsLine;
};

class Reader {
public:
  Reader(StringRef Text, NamesInCode &Out) : Out(Out) {
    forEachRawToken(Text, [&](const clang::Token &Tok, unsigned Offset) {
      All.push_back({Text.substr(Offset, Tok.getLength()),
                     Tok.is(clang::tok::raw_identifier),
                     Tok.isAtStartOfLine()});
    });
  }
  void run();

private:
  StringRef at(size_t I) const { return I < All.size() ? All[I].Text : ""; }
  bool isName(size_t I) const { return I < All.size() && All[I].IsName; }
  size_t readDirective(size_t I);
  bool opensNamespace(size_t I) const;
  bool isDeclared(size_t I) const;
  void noteBraces(size_t I);
  void readEnumerators(size_t I);

  NamesInCode &Out;
  std::vector<Piece> All;
  unsigned Depth = 0;
  std::vector<unsigned> ExternC; ///< depths of open `extern "C" {`
};

/// Returns the first token behind the directive that begins at `I`; the body of
/// a macro is read as code.
size_t Reader::readDirective(size_t I) {
  StringRef Name = at(I + 1);
  if (Name == "define" && isName(I + 2)) {
    Out.Declared.insert(at(I + 2));
    Out.Used.insert(at(I + 2));
    return I + 3;
  }
  bool Tests = Name.starts_with("if") || Name.starts_with("elif");
  for (I += 2; I < All.size() && !All[I].BeginsLine; ++I)
    if (isName(I)) {
      Out.Used.insert(at(I));
      if (Tests)
        Out.Tested.insert(at(I));
    }
  return I;
}

/// `namespace a::b`.
bool Reader::opensNamespace(size_t I) const {
  while (I > 1 && at(I - 1) == "::" && isName(I - 2))
    I -= 2;
  return I && at(I - 1) == "namespace";
}

bool Reader::isDeclared(size_t I) const {
  if (!I)
    return false;
  StringRef Before = at(I - 1), Next = at(I + 1);
  if (opensNamespace(I))
    return true;
  if (isKeywordOfType(Before) || (I > 1 && isKeywordOfType(at(I - 2)) &&
                                  (Before == "class" || Before == "struct")))
    return true;
  if (Before == "using")
    return Next == "=";
  bool Ends = Next == ";" || Next == "=" || Next == "," || Next == ")" ||
              Next == "(" || Next == "[" || Next == "{" || Next == ":" ||
              Next == "::";
  if (!Ends)
    return false;
  if (isName(I - 1))
    return !beginsExpression(Before) && Next != "::";
  bool IsPointer = Before == "*" || Before == "&";
  if (Before == ">")
    return Next != "::";
  if (!IsPointer || Next == "::" || I < 2)
    return false;
  // `a = b * c;` declares nothing; in `T *c;` the type begins the statement, or
  // follows a word such as `const`.
  bool HasType = isName(I - 2) || at(I - 2) == ">";
  size_t Type = I - 2;
  while (Type > 1 && at(Type - 1) == "::" && isName(Type - 2))
    Type -= 2;
  return HasType && (!Type || All[Type].BeginsLine || isName(Type - 1) ||
                     StringRef(";{}(,:").contains(at(Type - 1)));
}

void Reader::noteBraces(size_t I) {
  if (at(I) == "{") {
    ++Depth;
    if (I > 1 && at(I - 1) == "\"C\"" && at(I - 2) == "extern")
      ExternC.push_back(Depth);
  } else if (at(I) == "}" && Depth) {
    if (!ExternC.empty() && ExternC.back() == Depth)
      ExternC.pop_back();
    --Depth;
  }
}

/// Those of the enumeration whose keyword is at `I`.
void Reader::readEnumerators(size_t I) {
  for (++I; I < All.size() && at(I) != "{" && at(I) != ";" && at(I) != ")" &&
            at(I) != "enum";)
    ++I;
  for (; I < All.size() && at(I) != "}" && at(I) != ";" && at(I) != "enum"; ++I)
    if ((at(I) == "{" || at(I) == ",") && isName(I + 1))
      Out.Declared.insert(at(I + 1));
}

void Reader::run() {
  for (size_t I = 0; I < All.size();) {
    if (All[I].BeginsLine && at(I) == "#") {
      I = readDirective(I);
      continue;
    }
    noteBraces(I);
    if (isName(I)) {
      Out.Used.insert(at(I));
      if (at(I) == "enum")
        readEnumerators(I);
      if (isDeclared(I)) {
        Out.Declared.insert(at(I));
        bool IsOne = I > 2 && at(I - 2) == "\"C\"" && at(I - 3) == "extern";
        if ((!ExternC.empty() && Depth == ExternC.back()) || IsOne)
          Out.Exported.insert(at(I));
      }
    }
    ++I;
  }
}

} // namespace

void addNames(StringRef Text, NamesInCode &Names) { Reader(Text, Names).run(); }

void forEachNameIn(StringRef Text,
                   function_ref<void(StringRef, unsigned)> Visit) {
  forEachRawToken(Text, [&](const clang::Token &Tok, unsigned Offset) {
    if (Tok.is(clang::tok::raw_identifier))
      Visit(Text.substr(Offset, Tok.getLength()), Offset);
  });
}

} // namespace musify
