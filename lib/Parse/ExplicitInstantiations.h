//===- ExplicitInstantiations.h - `template void f<T>(T);` ------*- C++ -*-===//
//
// The AST keeps the entity that an explicit instantiation makes, not the types
// written in it. They are looked up as its tokens are read.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_PARSE_EXPLICITINSTANTIATIONS_H
#define MUSIFY_PARSE_EXPLICITINSTANTIATIONS_H

#include "Parse/Recorder.h"
#include "clang/Lex/Token.h"
#include <vector>

namespace musify {

class ExplicitInstantiations {
public:
  explicit ExplicitInstantiations(Recorder &Out) : Out(Out) {}

  /// The next token of the unit, macros expanded. `Context` is where the parser
  /// is; it is asked for only at the end of an instantiation.
  void see(const clang::Token &Tok,
           llvm::function_ref<const clang::DeclContext *()> Context);

private:
  struct Name {
    const clang::IdentifierInfo *Id;
    clang::SourceLocation Where;
    bool IsQualified;
  };
  void resolve(const clang::DeclContext *Context) const;
  const clang::NamedDecl *lookUp(const Name &N,
                                 const clang::DeclContext *Context) const;

  Recorder &Out;
  enum { Elsewhere, BehindTemplate, Inside } Now = Elsewhere;
  clang::tok::TokenKind Last = clang::tok::unknown;
  std::vector<Name> Names;
};

} // namespace musify

#endif // MUSIFY_PARSE_EXPLICITINSTANTIATIONS_H
