//===- LexicalScopes.h - What the text itself declares ----------*- C++ -*-===//
//
// Where no parse looks, in branches that no unit compiles and in files that are
// read by the lexer alone, a name belongs to the declaration around it. What
// looks like a declarator is found by its neighbours, and binds its name to the
// end of its scope. Code that could be an expression counts as one.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_SCAN_LEXICALSCOPES_H
#define MUSIFY_SCAN_LEXICALSCOPES_H

#include "Scan/TokenStream.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"

namespace musify {

class LexicalScopes {
public:
  /// `Tokens` outlives this, and has all tokens of the file.
  explicit LexicalScopes(const TokenStream &Tokens) : Tokens(Tokens) {}

  /// False for most names: its neighbours are not those of a declarator.
  /// `Begin` is the first token behind the last directive.
  bool mayDeclare(size_t I, size_t Begin) const;

  /// Notes the name at `I`, code that is no directive, if it is declared there:
  /// it may be, as `mayDeclare` has it. `Open` are the braces open at `I`.
  /// Returns the bytes of what defines it, if that is outside of classes and
  /// functions.
  std::optional<Extent> visit(size_t I, size_t Begin,
                              llvm::ArrayRef<OpenBrace> Open);

  /// Where the names that were declared mean what was declared; an empty range
  /// for one that may be declared elsewhere as well.
  std::vector<Binding> takeBindings() { return std::move(Bindings); }

private:
  enum class Brace { File, Namespace, Class, Enum, ScopedEnum, Block };
  Brace kindOf(size_t Open) const;
  bool isBehindDirective(size_t I) const;
  DeclaredIn scopeOf(llvm::ArrayRef<OpenBrace> Open) const;
  size_t headBegin(size_t Open) const;
  llvm::StringRef nameOfHead(size_t Open) const;

  size_t regionBegin(size_t I, size_t Begin) const;
  std::optional<size_t> openParen(size_t First, size_t Begin) const;
  bool isTypeBefore(size_t I, size_t First) const;
  bool isDeclarator(size_t I, size_t First, Brace Scope) const;
  bool isFunctionPointer(size_t I, size_t Begin) const;
  bool isFollowing(size_t I, size_t First, size_t Begin) const;
  std::optional<size_t> unpackedBy(size_t I, size_t Begin) const;
  std::optional<size_t> templateBracket(size_t I, size_t Begin) const;
  size_t closeOfControl(size_t Paren) const;
  size_t statementEnd(size_t First);
  bool controls(size_t Paren) const;
  std::optional<Extent> defined(size_t I, size_t First,
                                llvm::ArrayRef<OpenBrace> Open);
  bool hasBody(size_t I);
  std::optional<Extent> visitEnumerator(size_t I, Brace Scope,
                                        llvm::ArrayRef<OpenBrace> Open);
  std::optional<Extent> visitDeclarator(size_t I, size_t Begin, Brace Scope,
                                        llvm::ArrayRef<OpenBrace> Open);
  bool declaresType(size_t I) const;
  void bindInParens(size_t I, size_t Paren);
  void bindTemplateParameter(size_t I, size_t Less);
  void bindIn(size_t I, llvm::ArrayRef<OpenBrace> Open);
  void add(size_t I, size_t First, size_t Last);
  size_t closeOf(size_t Open);
  using Spans = std::vector<std::pair<size_t, size_t>>;
  void buildIndex();
  Spans spansOfClass(size_t Open);
  Spans spansOfNamespace(size_t Open);

  const TokenStream &Tokens;
  std::vector<Binding> Bindings;
  llvm::DenseMap<size_t, size_t> Closes;      ///< by opening brace
  llvm::DenseMap<size_t, Spans> SpansOfScope; ///< of classes and namespaces
  /// Names that may be those of a class before `::` or among its bases, and
  /// braces that open a namespace; built once a class or namespace declares.
  llvm::StringMap<std::vector<size_t>> Mentions, OpenedAs;
  bool HasIndex = false;
};

} // namespace musify

#endif // MUSIFY_SCAN_LEXICALSCOPES_H
