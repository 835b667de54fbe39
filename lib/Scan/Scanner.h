//===- Scanner.h - The candidates of one file -------------------*- C++ -*-===//
//
// Internal to the lexer's engine: LexerEngine.cpp follows directives and code,
// ScanNames.cpp reads the words in them.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_SCAN_SCANNER_H
#define MUSIFY_SCAN_SCANNER_H

#include "Scan/Branches.h"
#include "Scan/Exclusions.h"
#include "Scan/LexicalScopes.h"
#include "Scan/TokenStream.h"
#include "Scan/TorchScan.h"

namespace musify {

class Scanner : TokenStream {
public:
  Scanner(llvm::StringRef Text, const Table &T, bool WithComments, bool IsMusa)
      : TokenStream(Text), T(T), WithComments(WithComments), Excluded(Text),
        Ifs(*this, {IsMusa, T.isReversed()}, Out), Lexical(*this),
        Torch(*this, T, Scopes, Out) {
    Out.Text = Text;
    Out.IsMusa = IsMusa;
  }

  ScannedFile run();

private:
  void lexAll();
  size_t scanDirective(size_t Hash);
  size_t scanCode(size_t I);
  void noteDefinition(size_t I, Extent Whole);
  void scanInclude(size_t Path, size_t End);
  void scanCondition(size_t Name, size_t End);
  void scanConditionNames(size_t Name, size_t End, const Condition &If);
  void noteComparedBeside(size_t First);
  void scanMacroDefinition(size_t Name, size_t End);
  void scanToken(size_t I, size_t Begin, size_t End,
                 const place::Name &Like = {});
  bool mayMatter(const Lexeme &L) const;
  void scanName(size_t I, size_t Begin, size_t End, const place::Name &Like);
  void scanNeighbours(size_t I, size_t Begin, size_t End,
                      llvm::StringRef Spelling, Candidate C);
  void noteForRules(size_t I, size_t Begin, size_t End);
  void followBraces(size_t I);
  bool mayBeDeclared(size_t I) const;
  void scanTorchScope(size_t I, size_t End, const Entry &Scope);
  std::optional<std::pair<const Entry *, unsigned>> openedEntry(size_t I) const;
  bool opensNamespace(size_t I) const;
  void scanString(size_t I, size_t Begin, size_t End);
  void scanComment(const Lexeme &L);
  void scanPaste(size_t Hashes, size_t Begin, size_t End);
  void scanLaunch(size_t I, size_t Begin, size_t End);
  size_t scanAsm(size_t I, size_t End);
  bool isInGuardAlone() const {
    return HasGuard && Ifs.depth() == 1 && Ifs.id() == 1;
  }
  bool isConditional() const { return Ifs.depth() && !isInGuardAlone(); }
  void add(Candidate C);

  const Table &T;
  bool WithComments;
  Exclusions Excluded;
  ScannedFile Out;
  Branches Ifs;
  std::vector<OpenBrace> Scopes;
  LexicalScopes Lexical;
  TorchScan Torch;
  size_t CodeBegin = 0;  ///< the first token behind the last directive
  bool HasGuard = false; ///< the file begins as a header does
};

} // namespace musify

#endif // MUSIFY_SCAN_SCANNER_H
