#include "Rename/OwnNames.h"
#include "Scan/RawLexer.h"
#include "clang/Basic/IdentifierTable.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>
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

/// An open brace, and what is so far around it.
struct Brace {
  enum class Of { Scope, Type, Other } Is;
  unsigned Parens;
  bool HasDeclarator;
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
  bool looksDeclared(size_t I) const;
  bool isTypesPointer(size_t I) const;
  bool isFunctionPointer(size_t I) const;
  size_t behindPointers(size_t I) const;
  bool endsDeclarator(size_t I) const;
  bool isFollowing(size_t I) const;
  bool isMacrosArgument(size_t I) const;
  bool isDeclared(size_t I) const;
  bool isAttribute(size_t Paren) const;
  void openBrace(size_t I);
  void closeBrace(size_t I);
  void noteBrackets(size_t I);
  void noteDeclarators(size_t I);
  void noteName(size_t I);
  void noteTypesName(size_t Brace);
  void readEnumerators(size_t I);
  void readMacrosBody(size_t First, size_t End);
  void visit(size_t I);
  bool isAtScope() const {
    return llvm::all_of(
        In.Open, [](const Brace &B) { return B.Is == Brace::Of::Scope; });
  }

  /// Where in the code a token is.
  struct Surroundings {
    SmallVector<Brace> Open;
    std::vector<unsigned> ExternC; ///< depths of open `extern "C" {`
    unsigned Parens = 0;           ///< open ones since the last brace
    size_t Statement = 0;          ///< its first token
    size_t First = 0;              ///< token of a macro, or behind a directive
    bool HasDeclarator = false; ///< it declared a name outside of parentheses
    std::optional<size_t> Key;  ///< `struct`, if its body may follow
    unsigned KeyParens = 0;     ///< open ones there
  };

  NamesInCode &Out;
  std::vector<Piece> All;
  Surroundings In;
};

/// Returns the first token behind the directive that begins at `I`; the body of
/// a macro is read as code.
size_t Reader::readDirective(size_t I) {
  StringRef Name = at(I + 1);
  bool Defines = Name == "define" && isName(I + 2);
  bool Tests = Name.starts_with("if") || Name.starts_with("elif");
  size_t End = I + 1;
  while (End < All.size() && !All[End].BeginsLine)
    ++End;
  if (Defines) {
    Out.Declared.insert(at(I + 2));
    Out.Used.insert(at(I + 2));
    readMacrosBody(I + 3, End);
    return End;
  }
  for (I += 2; I < End; ++I)
    if (isName(I)) {
      Out.Used.insert(at(I));
      if (Tests)
        Out.Tested.insert(at(I));
    }
  return End;
}

/// Its brackets are its own.
void Reader::readMacrosBody(size_t First, size_t End) {
  Surroundings Outside = std::move(In);
  In = {};
  In.Open.push_back({Brace::Of::Other, 0, false});
  In.Statement = In.First = First;
  for (size_t I = First; I < End; ++I)
    visit(I);
  In = std::move(Outside);
}

/// `namespace a::b`.
bool Reader::opensNamespace(size_t I) const {
  while (I > 1 && at(I - 1) == "::" && isName(I - 2))
    I -= 2;
  return I && at(I - 1) == "namespace";
}

/// `T *name`, not `a = b * c;`: the type begins the statement, or follows a
/// word such as `const`.
bool Reader::isTypesPointer(size_t I) const {
  if (I < 2 || (at(I - 1) != "*" && at(I - 1) != "&"))
    return false;
  bool HasType = isName(I - 2) || at(I - 2) == ">";
  size_t Type = I - 2;
  while (Type > 1 && at(Type - 1) == "::" && isName(Type - 2))
    Type -= 2;
  return HasType && (!Type || All[Type].BeginsLine || isName(Type - 1) ||
                     StringRef(";{}(,:").contains(at(Type - 1)));
}

/// `T (*name)(`, `T (C::*name)(`, `T (*name[3])(`.
bool Reader::isFunctionPointer(size_t I) const {
  if (I < 3 || at(I - 1) != "*" || (at(I + 1) != ")" && at(I + 1) != "["))
    return false;
  size_t Paren = I - 2;
  while (Paren > 1 && (isName(Paren) || at(Paren) == "::"))
    --Paren;
  size_t Close = I + 1;
  while (at(Close) != ")" && !at(Close).empty() && at(Close) != ";")
    ++Close;
  StringRef Before = at(Paren - 1);
  bool HasType = isName(Paren - 1) || Before == "*" || Before == "&" ||
                 Before == ">" || (Before == "," && In.HasDeclarator);
  // In a function, `f(*g)(x);` is a call.
  bool IsCall = !In.Open.empty() && In.Open.back().Is == Brace::Of::Other &&
                In.Statement + 1 >= Paren;
  return at(Paren) == "(" && at(Close + 1) == "(" && HasType && !IsCall &&
         !beginsExpression(Before);
}

/// The token before `*`, `&` and `const` that stand before `I`.
size_t Reader::behindPointers(size_t I) const {
  while (I > 1 && (at(I - 1) == "*" || at(I - 1) == "&" ||
                   at(I - 1) == "const" || at(I - 1) == "volatile"))
    --I;
  return I - 1;
}

bool Reader::endsDeclarator(size_t I) const {
  StringRef Next = at(I + 1);
  return Next == ";" || Next == "," || Next == "=" || Next == "[" ||
         Next.starts_with("__attribute");
}

/// `b` of `int a, *b;`, outside of parentheses.
bool Reader::isFollowing(size_t I) const {
  return In.HasDeclarator && !In.Parens && at(behindPointers(I)) == "," &&
         endsDeclarator(I);
}

/// `name` of `DEFINE(name, 1)` outside of functions: what such a macro makes
/// of it is the project's.
bool Reader::isMacrosArgument(size_t I) const {
  if (In.Parens != 1 || !isAtScope() ||
      (at(I - 1) != "(" && at(I - 1) != ",") ||
      (at(I + 1) != ")" && at(I + 1) != ","))
    return false;
  size_t Name = In.Statement;
  while (at(Name) == "static" || at(Name) == "extern" || at(Name) == "inline")
    ++Name;
  return isName(Name) && at(Name + 1) == "(";
}

bool Reader::looksDeclared(size_t I) const {
  StringRef Before = at(I - 1), Next = at(I + 1);
  if (Before == "using")
    return Next == "=";
  bool Ends = Next == ";" || Next == "=" || Next == "," || Next == ")" ||
              Next == "(" || Next == "[" || Next == "{" || Next == ":" ||
              Next == "::";
  if (!Ends)
    return false;
  if (isName(I - 1))
    return !beginsExpression(Before) && Next != "::";
  return Next != "::" && (Before == ">" || isTypesPointer(I));
}

bool Reader::isDeclared(size_t I) const {
  if (I == In.First)
    return false;
  StringRef Before = at(I - 1);
  if (opensNamespace(I))
    return true;
  if (isKeywordOfType(Before) || (I > 1 && isKeywordOfType(at(I - 2)) &&
                                  (Before == "class" || Before == "struct")))
    return true;
  return looksDeclared(I) || isFunctionPointer(I) || isFollowing(I);
}

/// `struct alignas(8)`, `struct ALIGN(8)`.
bool Reader::isAttribute(size_t Paren) const {
  StringRef Word = at(Paren - 1);
  return !isName(Paren - 1) || Word == "alignas" || Word.starts_with("__") ||
         Paren - 1 == *In.Key + 1;
}

/// `S` of `struct alignas(8) S final : Base {`.
void Reader::noteTypesName(size_t Brace) {
  StringRef Name;
  for (size_t At = *In.Key + 1; At < Brace && at(At) != ":"; ++At)
    if (isName(At) && at(At) != "final" && at(At + 1) != "(")
      Name = at(At);
  if (!Name.empty())
    Out.Types.insert(Name);
}

void Reader::openBrace(size_t I) {
  bool IsLinkage = I > 1 && at(I - 1) == "\"C\"" && at(I - 2) == "extern";
  bool IsScope = IsLinkage;
  for (size_t At = In.Statement; At < I; ++At)
    IsScope |= at(At) == "namespace";
  Brace::Of Is = IsScope  ? Brace::Of::Scope
                 : In.Key ? Brace::Of::Type
                          : Brace::Of::Other;
  if (Is == Brace::Of::Type)
    noteTypesName(I);
  In.Open.push_back({Is, In.Parens, In.HasDeclarator});
  if (IsLinkage)
    In.ExternC.push_back(In.Open.size());
  In.Parens = 0;
  In.HasDeclarator = false;
  In.Key.reset();
  In.Statement = I + 1;
}

void Reader::closeBrace(size_t I) {
  In.Statement = I + 1;
  In.Key.reset();
  if (In.Open.empty())
    return;
  if (!In.ExternC.empty() && In.ExternC.back() == In.Open.size())
    In.ExternC.pop_back();
  Brace Closed = In.Open.pop_back_val();
  In.Parens = Closed.Parens;
  In.HasDeclarator = Closed.HasDeclarator;
  if (Closed.Is == Brace::Of::Type)
    noteDeclarators(I + 1);
}

/// What is declared behind the body of a type: `} name;`,
/// `} __attribute__((packed)) *name, other[3];`.
void Reader::noteDeclarators(size_t I) {
  for (; isName(I) || at(I) == "*" || at(I) == "("; ++I) {
    if (at(I) == "(") { // of an attribute
      for (int Depth = 1; Depth && I + 1 < All.size();) {
        ++I;
        Depth += (at(I) == "(") - (at(I) == ")");
      }
    } else if (isName(I) && at(I + 1) != "(") {
      Out.Declared.insert(at(I));
      In.HasDeclarator = true;
    }
  }
}

void Reader::noteBrackets(size_t I) {
  StringRef T = at(I);
  if (T == "(") {
    if (In.Key && In.Parens == In.KeyParens && !isAttribute(I))
      In.Key.reset(); // `struct S f(`
    ++In.Parens;
  } else if (T == ")" && In.Parens) {
    if (In.Key && In.Parens == In.KeyParens)
      In.Key.reset(); // a parameter's
    --In.Parens;
  } else if (T == "{") {
    openBrace(I);
  } else if (T == "}") {
    closeBrace(I);
  } else if (T == ";" || T == "=") {
    In.Key.reset();
    if (T == ";" && !In.Parens) {
      In.Statement = I + 1;
      In.HasDeclarator = false;
    }
  } else if (isKeywordOfType(T) && T != "namespace" && T != "typename") {
    In.Key = I;
    In.KeyParens = In.Parens;
  }
}

void Reader::noteName(size_t I) {
  Out.Used.insert(at(I));
  if (at(I) == "enum")
    readEnumerators(I);
  if (isMacrosArgument(I))
    Out.Given.insert(at(I));
  if (!isDeclared(I))
    return;
  Out.Declared.insert(at(I));
  In.HasDeclarator |= !In.Parens;
  bool IsOne = I > 2 && at(I - 2) == "\"C\"" && at(I - 3) == "extern";
  if ((!In.ExternC.empty() && In.Open.size() == In.ExternC.back()) || IsOne)
    Out.Exported.insert(at(I));
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

void Reader::visit(size_t I) {
  // A macro used outside of functions may have no semicolon.
  if (All[I].BeginsLine && !In.Parens && I && at(I - 1) == ")" && isAtScope())
    In.Statement = I;
  noteBrackets(I);
  if (isName(I))
    noteName(I);
}

void Reader::run() {
  for (size_t I = 0; I < All.size();) {
    if (!All[I].BeginsLine || at(I) != "#") {
      visit(I++);
      continue;
    }
    bool IsBetween = In.Statement == I;
    I = readDirective(I);
    In.First = I;
    if (IsBetween)
      In.Statement = I;
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
