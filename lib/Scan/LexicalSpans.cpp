// How far what is declared means what was declared.
#include "Scan/LexicalScopes.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using clang::tok::TokenKind;
namespace tok = clang::tok;

namespace musify {

static bool isControl(StringRef Word) {
  return Word == "if" || Word == "while" || Word == "for" || Word == "switch" ||
         Word == "catch";
}

static bool isAccess(StringRef Word) {
  return Word == "public" || Word == "private" || Word == "protected" ||
         Word == "virtual";
}

void LexicalScopes::add(size_t I, size_t First, size_t Last) {
  unsigned End = Last < Tokens.Lexemes.size() ? Tokens.endOf(Last)
                                              : unsigned(Tokens.Text.size());
  Bindings.push_back({Tokens.spelling(I), Tokens.Lexemes[First].Offset, End});
}

/// What is in the parentheses belongs to a statement like `if`.
bool LexicalScopes::controls(size_t Paren) const {
  size_t Word = Paren;
  if (Word > 1 && Tokens.spelling(Word - 1) == "constexpr")
    --Word;
  return Word > 0 && Tokens.isName(Word - 1) &&
         isControl(Tokens.spelling(Word - 1));
}

/// As in `for (int a = 0; ...)`: the bracket holds semicolons.
size_t LexicalScopes::closeOfControl(size_t Paren) const {
  int Open = 0;
  size_t At = Paren;
  for (; At < Tokens.Lexemes.size(); ++At) {
    Open +=
        (Tokens.kind(At) == tok::l_paren) - (Tokens.kind(At) == tok::r_paren);
    if (Open == 0)
      break;
  }
  return At;
}

/// The last token of the statement that begins with `First`.
size_t LexicalScopes::statementEnd(size_t First) {
  size_t All = Tokens.Lexemes.size(), At = First;
  while (At < All && Tokens.isName(At)) { // `for (...) if (...) ...`
    size_t Paren = At + 1;
    if (Paren < All && Tokens.spelling(Paren) == "constexpr")
      ++Paren;
    if (Tokens.spelling(At) == "else" || Tokens.spelling(At) == "do")
      ++At;
    else if (Paren < All && Tokens.kind(Paren) == tok::l_paren &&
             isControl(Tokens.spelling(At)))
      At = closeOfControl(Paren) + 1;
    else
      break;
  }
  if (At < All && Tokens.kind(At) == tok::l_brace) {
    At = closeOf(At);
  } else {
    for (; At < All && Tokens.kind(At) != tok::semi; ++At)
      if (Tokens.kind(At) == tok::l_brace)
        At = closeOf(At);
      else if (Tokens.kind(At) == tok::r_brace)
        return At;
  }
  bool HasElse = At + 1 < All && Tokens.spelling(At + 1) == "else";
  return HasElse ? statementEnd(At + 1) : At;
}

/// A function's parameters are followed by a body.
bool LexicalScopes::hasBody(size_t I) {
  size_t All = Tokens.Lexemes.size();
  auto Close = Tokens.matching(I + 1, All);
  if (!Close)
    return false;
  size_t At = *Close + 1;
  while (At < All && Tokens.kind(At) != tok::l_brace &&
         Tokens.kind(At) != tok::semi && Tokens.kind(At) != tok::r_brace &&
         Tokens.kind(At) != tok::hash && Tokens.kind(At) != tok::equal)
    ++At;
  return At < All && Tokens.kind(At) == tok::l_brace;
}

/// From the token `First` to the end of what defines the name at `I`. `Open`
/// are the braces around what is defined; those of an enumerator's type are
/// not.
std::optional<Extent> LexicalScopes::defined(size_t I, size_t First,
                                             ArrayRef<OpenBrace> Open) {
  if (scopeOf(Open) == DeclaredIn::Code)
    return std::nullopt;
  bool IsEnumerator = First == I;
  size_t All = Tokens.Lexemes.size(), Last = I;
  for (size_t At = I; At < All && Tokens.kind(At) != tok::hash; ++At) {
    Last = At;
    TokenKind K = Tokens.kind(At);
    if (K == tok::semi || K == tok::r_brace ||
        (IsEnumerator && K == tok::comma))
      break;
    if (K == tok::l_brace) {
      Last = At = std::min(closeOf(At), All - 1);
      if (At + 1 >= All || Tokens.kind(At + 1) != tok::semi)
        break; // a function's body
    } else if (K == tok::l_paren) {
      At = Tokens.matching(At, All).value_or(At);
    }
  }
  return Extent(Tokens.Lexemes[First].Offset, Tokens.endOf(Last));
}

/// In parentheses: a parameter, or what a statement declares for its body.
void LexicalScopes::bindInParens(size_t I, size_t Paren) {
  size_t All = Tokens.Lexemes.size();
  if (controls(Paren)) {
    if (Tokens.kind(I + 1) != tok::r_paren ||
        Tokens.spelling(Paren - 1) == "catch") // `if (a * b)`
      add(I, I, statementEnd(closeOfControl(Paren) + 1));
    return;
  }
  auto Close = Tokens.matching(Paren, All);
  if (!Close)
    return;
  size_t Body = *Close + 1;
  while (Body < All && Tokens.kind(Body) != tok::l_brace &&
         Tokens.kind(Body) != tok::semi && Tokens.kind(Body) != tok::r_brace)
    ++Body;
  if (Body < All && Tokens.kind(Body) == tok::l_brace)
    return add(I, I, closeOf(Body));
  bool HasPointer = isPointer(Tokens.kind(I - 1));
  if (!HasPointer) // of a prototype; `f(a * b)` is a call
    add(I, I, *Close);
}

/// It means the parameter to the end of what is a template.
void LexicalScopes::bindTemplateParameter(size_t I, size_t Less) {
  size_t All = Tokens.Lexemes.size();
  size_t At = Tokens.templateArgumentsEnd(Less, All);
  while (At < All && Tokens.kind(At) != tok::semi &&
         Tokens.kind(At) != tok::l_brace && Tokens.kind(At) != tok::r_brace)
    ++At;
  add(I, I, At < All && Tokens.kind(At) == tok::l_brace ? closeOf(At) : At);
}

/// The brace that closes `Open`, or the end of the tokens.
size_t LexicalScopes::closeOf(size_t Open) {
  auto [It, IsNew] = Closes.try_emplace(Open, 0);
  if (IsNew)
    It->second = Tokens.matching(Open, Tokens.Lexemes.size())
                     .value_or(Tokens.Lexemes.size());
  return It->second;
}

void LexicalScopes::buildIndex() {
  if (HasIndex)
    return;
  HasIndex = true;
  for (size_t I = 0; I + 1 < Tokens.Lexemes.size(); ++I) {
    if (Tokens.kind(I) == tok::l_brace) {
      if (StringRef Name = Tokens.openedNamespace(I); !Name.empty())
        OpenedAs[Name].push_back(I);
    } else if (Tokens.isName(I)) {
      TokenKind Next = Tokens.kind(I + 1);
      bool Qualifies = Next == tok::coloncolon || Next == tok::less;
      bool IsBase =
          I > 0 && (Tokens.kind(I - 1) == tok::colon ||
                    Tokens.kind(I - 1) == tok::comma ||
                    (Tokens.isName(I - 1) && isAccess(Tokens.spelling(I - 1))));
      if (Qualifies || IsBase)
        Mentions[Tokens.spelling(I)].push_back(I);
    }
  }
}

/// A member means the same in the class, in bodies of members that stand
/// outside, and in classes that derive from it.
LexicalScopes::Spans LexicalScopes::spansOfClass(size_t Open) {
  size_t All = Tokens.Lexemes.size();
  Spans Out = {{Open, closeOf(Open)}};
  buildIndex();
  for (size_t At : Mentions.lookup(nameOfHead(Open))) {
    if (At < closeOf(Open))
      continue;
    TokenKind Next = Tokens.kind(At + 1);
    size_t Head = headBegin(At);
    bool Derives =
        Head < At && Tokens.isName(Head) && isClassKey(Tokens.spelling(Head));
    if (!Derives && Next != tok::coloncolon && Next != tok::less)
      continue;
    size_t Body = At + 1;
    while (Body < All && Tokens.kind(Body) != tok::l_brace &&
           Tokens.kind(Body) != tok::semi)
      ++Body;
    if (Body < All && Tokens.kind(Body) == tok::l_brace)
      Out.emplace_back(At, closeOf(Body));
  }
  return Out;
}

/// The namespace may be opened again.
LexicalScopes::Spans LexicalScopes::spansOfNamespace(size_t Open) {
  StringRef Name = Tokens.openedNamespace(Open);
  if (Name.empty())
    return {{Open, closeOf(Open)}};
  buildIndex();
  Spans Out;
  for (size_t At : OpenedAs.lookup(Name))
    Out.emplace_back(At, closeOf(At));
  return Out;
}

void LexicalScopes::bindIn(size_t I, ArrayRef<OpenBrace> Open) {
  Brace Scope = Open.empty() ? Brace::File : kindOf(Open.back().Token);
  if (Scope == Brace::File) {
    add(I, I, Tokens.Lexemes.size());
    Bindings.back().Scope = DeclaredIn::Global;
    return;
  }
  size_t Inner = Open.back().Token;
  if (Scope != Brace::Class && Scope != Brace::Namespace)
    return add(I, I, closeOf(Inner));
  auto [It, IsNew] = SpansOfScope.try_emplace(Inner);
  if (IsNew) {
    Spans Found =
        Scope == Brace::Class ? spansOfClass(Inner) : spansOfNamespace(Inner);
    It = SpansOfScope.insert_or_assign(Inner, std::move(Found)).first;
  }
  for (auto [First, Last] : It->second) {
    add(I, First, Last);
    Bindings.back().Scope = scopeOf(Open);
    Bindings.back().Namespace = innermostNamespace(Open);
  }
}

} // namespace musify
