#include "Parse/ExplicitInstantiations.h"
#include "clang/AST/DeclCXX.h"

using namespace clang;

namespace musify {

/// `x.template f<T>()` and `A::template B<T>` name a template.
static bool isQualifying(tok::TokenKind K) {
  return K == tok::period || K == tok::arrow || K == tok::coloncolon;
}

void ExplicitInstantiations::see(
    const Token &Tok, llvm::function_ref<const DeclContext *()> Context) {
  tok::TokenKind Before = Last;
  Last = Tok.getKind();
  if (Now == BehindTemplate)
    Now = Tok.is(tok::less) ? Elsewhere : Inside;
  if (Tok.is(tok::kw_template) && !isQualifying(Before)) {
    Now = BehindTemplate;
    Names.clear();
  } else if (Now == Inside && Tok.is(tok::identifier)) {
    Names.push_back({Tok.getIdentifierInfo(), Tok.getLocation(),
                     Before == tok::coloncolon});
  } else if (Now == Inside && Tok.isOneOf(tok::semi, tok::l_brace)) {
    Now = Elsewhere;
    if (llvm::any_of(Names,
                     [&](const Name &N) { return Out.inputAt(N.Where); }))
      resolve(Context());
  }
}

const NamedDecl *
ExplicitInstantiations::lookUp(const Name &N,
                               const DeclContext *Context) const {
  for (; Context; Context = Context->getLookupParent()) {
    auto Found = Context->lookup(DeclarationName(N.Id));
    if (!Found.empty())
      return Found.front();
    if (N.IsQualified)
      return nullptr;
  }
  return nullptr;
}

void ExplicitInstantiations::resolve(const DeclContext *Context) const {
  const NamedDecl *Scope = nullptr; ///< what the name before means
  for (const Name &N : Names) {
    const DeclContext *In =
        N.IsQualified ? dyn_cast_or_null<DeclContext>(Scope) : Context;
    Scope = In ? lookUp(N, In) : nullptr;
    if (const auto *Space = dyn_cast_or_null<NamespaceDecl>(Scope))
      Out.noteNamespace(N.Where, Space);
    else if (Scope)
      Out.noteReference(N.Where, Scope);
  }
}

} // namespace musify
