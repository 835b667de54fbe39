#include "Scan/LexicalScopes.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using clang::tok::TokenKind;
namespace tok = clang::tok;

namespace musify {
namespace {

/// Words before a name that is then no declarator: statements, operators,
/// specifiers without a type.
bool isNoType(StringRef Word) {
  static constexpr StringLiteral Words[] = {
      "return",    "case",     "goto",      "new",       "delete",
      "throw",     "else",     "do",        "sizeof",    "typename",
      "operator",  "public",   "private",   "protected", "virtual",
      "namespace", "using",    "template",  "static",    "inline",
      "extern",    "explicit", "constexpr", "consteval", "constinit",
      "friend",    "typedef",  "mutable",   "register",  "thread_local",
      "and",       "or",       "not",       "co_return", "co_yield",
      "co_await",  "const",    "volatile",  "class",     "struct",
      "union",     "enum",     "default",   "alignof",   "decltype"};
  return is_contained(Words, Word) ||
         (Word.size() > 4 && Word.starts_with("__") && Word.ends_with("__"));
}

/// Words with which no declaration begins.
bool beginsStatement(StringRef Word) {
  static constexpr StringLiteral Words[] = {
      "return",    "case",    "goto",      "new",       "delete",   "throw",
      "else",      "do",      "using",     "namespace", "public",   "private",
      "protected", "default", "co_return", "friend",    "co_yield", "co_await",
      "if",        "while",   "for",       "switch",    "catch"};
  return is_contained(Words, Word);
}

} // namespace

/// The line before that of `I`, which begins one, is a directive.
bool LexicalScopes::isBehindDirective(size_t I) const {
  if (I == 0 || !Tokens.Lexemes[I].StartsLine)
    return false;
  size_t Line = I - 1;
  while (Line > 0 && !Tokens.Lexemes[Line].StartsLine)
    --Line;
  return Tokens.kind(Line) == tok::hash;
}

/// The first token of what an open brace belongs to: `struct S : Base {`.
size_t LexicalScopes::headBegin(size_t Open) const {
  size_t First = Open;
  while (First > 0 && !isBehindDirective(First)) {
    TokenKind K = Tokens.kind(First - 1);
    if (K == tok::semi || K == tok::l_brace || K == tok::r_brace ||
        K == tok::hash || K == tok::l_paren)
      break;
    if (K == tok::r_paren) {
      auto Paren = Tokens.matchingBack(First - 1, 0);
      if (!Paren)
        break;
      First = *Paren;
      continue;
    }
    --First;
  }
  return First;
}

LexicalScopes::Brace LexicalScopes::kindOf(size_t Open) const {
  size_t First = headBegin(Open);
  for (size_t I = First; I < Open; ++I) {
    if (Tokens.kind(I) == tok::less) { // `template <class T>`
      I = Tokens.templateArgumentsEnd(I, Open);
      continue;
    }
    if (Tokens.kind(I) == tok::l_paren || Tokens.kind(I) == tok::equal)
      return Brace::Block;
    if (!Tokens.isName(I))
      continue;
    StringRef Word = Tokens.spelling(I);
    if (Word == "namespace")
      return Brace::Namespace;
    if (Word == "extern" && I + 2 == Open) // extern "C" {
      return Brace::File;
    if (Word == "enum")
      return I + 1 < Open && Tokens.isName(I + 1) &&
                     isClassKey(Tokens.spelling(I + 1))
                 ? Brace::ScopedEnum
                 : Brace::Enum;
    if (isClassKey(Word))
      return Brace::Class;
  }
  return Brace::Block;
}

/// `S` of `struct alignas(8) S final : Base {`; empty: it has no name.
StringRef LexicalScopes::nameOfHead(size_t Open) const {
  StringRef Name;
  size_t I = headBegin(Open);
  while (I < Open && !(Tokens.isName(I) && isClassKey(Tokens.spelling(I))))
    I = Tokens.kind(I) == tok::less ? Tokens.templateArgumentsEnd(I, Open) + 1
                                    : I + 1;
  for (++I; I < Open && Tokens.kind(I) != tok::colon; ++I) {
    if (Tokens.kind(I) == tok::l_paren || Tokens.kind(I) == tok::less)
      break;
    if (Tokens.isName(I) && Tokens.spelling(I) != "final")
      Name = Tokens.spelling(I);
  }
  return Name;
}

/// The first token of the declaration, parameter or statement that `I` is part
/// of, if it is one.
size_t LexicalScopes::regionBegin(size_t I, size_t Begin) const {
  int Angle = 0;
  size_t First = I;
  for (; First > Begin; --First) {
    TokenKind K = Tokens.kind(First - 1);
    Angle += K == tok::greater ? 1 : K == tok::greatergreater ? 2 : 0;
    Angle -= K == tok::less;
    bool Parts = K == tok::semi || K == tok::l_brace || K == tok::r_brace ||
                 K == tok::l_paren || K == tok::r_paren || K == tok::colon ||
                 K == tok::equal || K == tok::question || K == tok::l_square ||
                 K == tok::r_square || (K == tok::comma && Angle == 0) ||
                 tok::isStringLiteral(K); // `extern "C"`
    if (Parts || Angle < 0)
      break;
  }
  return First;
}

/// The parenthesis that is open before `First`; none if a brace or a semicolon
/// is nearer, or if it is far.
std::optional<size_t> LexicalScopes::openParen(size_t First,
                                               size_t Begin) const {
  constexpr size_t Farthest = 256;
  size_t Stop = First > Begin + Farthest ? First - Farthest : Begin;
  int Closed = 0;
  for (size_t At = First; At-- > Stop;) {
    TokenKind K = Tokens.kind(At);
    if (K == tok::r_paren || K == tok::r_brace)
      ++Closed;
    else if (Closed && (K == tok::l_paren || K == tok::l_brace))
      --Closed;
    else if (K == tok::l_paren)
      return At;
    else if (!Closed && (K == tok::semi || K == tok::l_brace))
      return std::nullopt;
  }
  return std::nullopt;
}

/// The tokens from `First` up to the name at `I` are a type: names, template
/// arguments, `::`, and `*` and `&` last.
bool LexicalScopes::isTypeBefore(size_t I, size_t First) const {
  if (First >= I ||
      (Tokens.isName(First) && beginsStatement(Tokens.spelling(First))))
    return false;
  size_t Last = I; // behind the type's name
  while (Last > First &&
         (isPointer(Tokens.kind(Last - 1)) ||
          (Tokens.isName(Last - 1) &&
           (Tokens.spelling(Last - 1) == "const" ||
            Tokens.spelling(Last - 1).starts_with("__restrict")))))
    --Last;
  if (Last == First)
    return false;
  TokenKind K = Tokens.kind(Last - 1);
  bool EndsType =
      (Tokens.isName(Last - 1) && !isNoType(Tokens.spelling(Last - 1))) ||
      K == tok::greater || K == tok::greatergreater;
  if (!EndsType)
    return false;
  for (size_t At = First; At < Last; ++At) {
    if (Tokens.kind(At) == tok::less) {
      size_t Close = Tokens.templateArgumentsEnd(At, Last);
      if (Close == At)
        return false;
      At = Close;
    } else if (!Tokens.isName(At) && Tokens.kind(At) != tok::coloncolon &&
               Tokens.kind(At) != tok::ellipsis) {
      return false;
    }
  }
  return true;
}

bool LexicalScopes::isDeclarator(size_t I, size_t First, Brace Scope) const {
  if (I + 1 >= Tokens.Lexemes.size() || !isTypeBefore(I, First))
    return false;
  switch (Tokens.kind(I + 1)) {
  case tok::semi:
  case tok::equal:
  case tok::comma:
  case tok::l_square:
  case tok::l_brace:
  case tok::colon:
  case tok::r_paren:
    return true;
  case tok::l_paren: // a call behind a macro reads alike
    return Scope == Brace::Class || Scope == Brace::Namespace;
  default:
    return false;
  }
}

/// `T (*name)(`.
bool LexicalScopes::isFunctionPointer(size_t I, size_t Begin) const {
  return I >= Begin + 3 && I + 2 < Tokens.Lexemes.size() &&
         Tokens.kind(I - 1) == tok::star &&
         Tokens.kind(I - 2) == tok::l_paren &&
         Tokens.kind(I + 1) == tok::r_paren &&
         Tokens.kind(I + 2) == tok::l_paren &&
         isTypeBefore(I - 2, regionBegin(I - 2, Begin));
}

/// `b` of `int a = 1, b;`, not that of `auto a = f<int, b>();`.
bool LexicalScopes::isFollowing(size_t I, size_t First, size_t Begin) const {
  if (First == 0 || First < Begin + 3 || Tokens.kind(First - 1) != tok::comma ||
      closingAngles(Tokens.kind(I + 1)) != 0)
    return false;
  for (size_t At = First; At < I; ++At)
    if (!isPointer(Tokens.kind(At)))
      return false;
  size_t Start = First - 1;
  while (Start > Begin && Tokens.kind(Start - 1) != tok::semi &&
         Tokens.kind(Start - 1) != tok::l_brace &&
         Tokens.kind(Start - 1) != tok::r_brace &&
         Tokens.kind(Start - 1) != tok::l_paren) {
    bool Closes = Tokens.kind(Start - 1) == tok::r_paren;
    auto Open = Closes ? Tokens.matchingBack(Start - 1, Begin) : std::nullopt;
    Start = Open ? *Open : Start - 1;
  }
  bool IsBehindDeclarator = false;
  for (size_t At = Start; At < First; ++At) {
    TokenKind K = Tokens.kind(At);
    if (K == tok::less) {
      At = Tokens.templateArgumentsEnd(At, Tokens.Lexemes.size());
      if (At > I)
        return false; // an argument of a template
    } else if (!IsBehindDeclarator &&
               (K == tok::comma || K == tok::equal || K == tok::l_square)) {
      if (At == Start || !Tokens.isName(At - 1) || !isTypeBefore(At - 1, Start))
        return false;
      IsBehindDeclarator = true;
    }
  }
  return IsBehindDeclarator;
}

/// The `[` of `auto [a, b]`, or `auto &[a, b]`, that declares the name.
std::optional<size_t> LexicalScopes::unpackedBy(size_t I, size_t Begin) const {
  size_t At = I;
  while (At > Begin && (Tokens.kind(At - 1) == tok::comma ||
                        (At - 1 > Begin && Tokens.isName(At - 1))))
    --At;
  if (At <= Begin + 1 || Tokens.kind(At - 1) != tok::l_square)
    return std::nullopt;
  size_t Auto = At - 1;
  while (Auto > Begin && isPointer(Tokens.kind(Auto - 1)))
    --Auto;
  return Auto > Begin && Tokens.spelling(Auto - 1) == "auto"
             ? std::optional(At - 1)
             : std::nullopt;
}

/// The `<` of `template <class T, int N = 3>` whose parameter the name is.
std::optional<size_t> LexicalScopes::templateBracket(size_t I,
                                                     size_t Begin) const {
  TokenKind Next = Tokens.kind(I + 1);
  bool EndsParameter =
      Next == tok::comma || Next == tok::equal || closingAngles(Next) != 0;
  if (!EndsParameter || !Tokens.isName(I - 1))
    return std::nullopt;
  StringRef Before = Tokens.spelling(I - 1);
  if (isNoType(Before) && Before != "class" && Before != "typename")
    return std::nullopt; // `template <class T = const Name>`
  int Open = 0;
  for (size_t At = I; At-- > Begin;) {
    TokenKind K = Tokens.kind(At);
    if (K == tok::semi || K == tok::l_brace || K == tok::r_brace)
      return std::nullopt;
    Open += closingAngles(K);
    if (K == tok::less && Open-- == 0)
      return At > Begin && Tokens.spelling(At - 1) == "template"
                 ? std::optional(At)
                 : std::nullopt;
  }
  return std::nullopt;
}

bool LexicalScopes::mayDeclare(size_t I, size_t Begin) const {
  if (I <= Begin || I + 1 >= Tokens.Lexemes.size())
    return false;
  TokenKind Prev = Tokens.kind(I - 1), Next = Tokens.kind(I + 1);
  bool Before = Prev == tok::raw_identifier || isPointer(Prev) ||
                Prev == tok::greater || Prev == tok::greatergreater ||
                Prev == tok::comma || Prev == tok::l_brace ||
                Prev == tok::l_square;
  bool After = Next == tok::semi || Next == tok::equal || Next == tok::comma ||
               Next == tok::l_square || Next == tok::l_brace ||
               Next == tok::r_brace || Next == tok::colon ||
               Next == tok::l_paren || Next == tok::r_paren ||
               Next == tok::r_square || closingAngles(Next) != 0;
  return Before && After;
}

DeclaredIn LexicalScopes::scopeOf(ArrayRef<OpenBrace> Open) const {
  DeclaredIn Scope = DeclaredIn::Global;
  for (const OpenBrace &B : Open) {
    Brace K = kindOf(B.Token);
    if (K != Brace::File && K != Brace::Namespace)
      return DeclaredIn::Code;
    if (!B.Namespace.empty())
      Scope = DeclaredIn::Namespace;
  }
  return Scope;
}

std::optional<Extent> LexicalScopes::visitEnumerator(size_t I, Brace Scope,
                                                     ArrayRef<OpenBrace> Open) {
  TokenKind Next = Tokens.kind(I + 1), Prev = Tokens.kind(I - 1);
  bool Lists =
      (Prev == tok::l_brace || Prev == tok::comma) &&
      (Next == tok::comma || Next == tok::equal || Next == tok::r_brace);
  if (!Lists)
    return std::nullopt;
  add(I, I, I);
  if (Scope != Brace::Enum)
    return std::nullopt;
  bindIn(I, Open.drop_back());
  return defined(I, I, Open.drop_back());
}

/// `struct name {`, `enum name :`, `using name =`.
bool LexicalScopes::declaresType(size_t I) const {
  if (!Tokens.isName(I - 1))
    return false;
  StringRef Word = Tokens.spelling(I - 1);
  TokenKind Next = Tokens.kind(I + 1);
  bool Tags = (isClassKey(Word) || Word == "enum") &&
              (Next == tok::l_brace || Next == tok::colon);
  return Tags || (Word == "using" && Next == tok::equal);
}

std::optional<Extent> LexicalScopes::visitDeclarator(size_t I, size_t Begin,
                                                     Brace Scope,
                                                     ArrayRef<OpenBrace> Open) {
  size_t First = regionBegin(I, Begin);
  auto Paren = openParen(First, Begin);
  if (Scope == Brace::File && !Paren && Tokens.kind(I + 1) == tok::l_paren &&
      isTypeBefore(I, First)) {
    // A function at global scope may be the SDK's, declared once more.
    Bindings.push_back({Tokens.spelling(I), 0, 0});
    if (hasBody(I))
      return defined(I, First, Open);
  }
  if (!isDeclarator(I, First, Paren ? Brace::Block : Scope) &&
      (Paren || !isFollowing(I, First, Begin)))
    return std::nullopt;
  if (Paren) {
    bindInParens(I, *Paren);
    return std::nullopt;
  }
  bindIn(I, Open);
  bool IsPrototype = Tokens.kind(I + 1) == tok::l_paren && !hasBody(I);
  return IsPrototype ? std::nullopt : defined(I, First, Open);
}

std::optional<Extent> LexicalScopes::visit(size_t I, size_t Begin,
                                           ArrayRef<OpenBrace> Open) {
  Brace Scope = Open.empty() ? Brace::File : kindOf(Open.back().Token);
  if (Scope == Brace::Enum || Scope == Brace::ScopedEnum)
    return visitEnumerator(I, Scope, Open);
  if (Tokens.isName(I - 1) && Tokens.spelling(I - 1) == "namespace" &&
      Tokens.kind(I + 1) == tok::l_brace && !Open.empty()) {
    bindIn(I, Open);
    return std::nullopt;
  }
  if (declaresType(I) || isFunctionPointer(I, Begin)) {
    bindIn(I, Open);
    return defined(I, I - 1, Open);
  }
  if (auto Less = templateBracket(I, Begin)) {
    bindTemplateParameter(I, *Less);
    return std::nullopt;
  }
  if (auto Square = unpackedBy(I, Begin)) {
    if (auto Paren = openParen(*Square, Begin))
      bindInParens(I, *Paren);
    else
      bindIn(I, Open);
    return std::nullopt;
  }
  return visitDeclarator(I, Begin, Scope, Open);
}

} // namespace musify
