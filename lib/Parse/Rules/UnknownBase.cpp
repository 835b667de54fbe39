// A call that does not fit the SDK's function, in a class with a base whose
// header is missing: it may be the base's member of that name. A call that
// fits is the SDK's, as in the many classes with such a base.
#include "Parse/Recorder.h"
#include "Parse/Rules/All.h"
#include "Scan/RawLexer.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/ASTMatchers/ASTMatchers.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using namespace clang;
using namespace clang::ast_matchers;

namespace musify {
namespace {

const ast_matchers::internal::VariadicDynCastAllOfMatcher<Stmt, RecoveryExpr>
    recoveryExpr;

/// How many parts the text has behind its first `Open`, up to the bracket that
/// closes it or the end, commas between them.
unsigned countParts(StringRef Text, tok::TokenKind Open) {
  unsigned Parts = 0;
  int Depth = 0;
  bool IsOpen = false;
  forEachRawToken(Text, [&](const Token &Tok, unsigned) {
    if (!IsOpen) {
      IsOpen = Tok.is(Open);
      return;
    }
    if (Depth < 0 || (Depth == 0 && Tok.is(tok::r_paren)))
      Depth = -1;
    else if (!Parts)
      Parts = 1;
    if (Depth < 0)
      return;
    Depth +=
        Tok.isOneOf(tok::l_paren, tok::l_brace, tok::l_square, tok::less) -
        Tok.isOneOf(tok::r_paren, tok::r_brace, tok::r_square, tok::greater);
    Parts += Depth == 0 && Tok.is(tok::comma);
  });
  return Parts;
}

class UnknownBase : public AstConcern {
public:
  using AstConcern::AstConcern;
  void addTo(MatchFinder &Finder) override {
    Finder.addMatcher(cxxMethodDecl(isDefinition()).bind("m"), this);
  }
  void run(const MatchFinder::MatchResult &Result) override {
    const auto *Method = Result.Nodes.getNodeAs<CXXMethodDecl>("m");
    SM = Result.SourceManager;
    Options = &Result.Context->getLangOpts();
    if (!Method->hasBody() || !mayInheritUnknown(*Method))
      return;
    for (const BoundNodes &Each : match(findAll(recoveryExpr().bind("r")),
                                        *Method->getBody(), *Result.Context))
      noteCall(*Each.getNodeAs<RecoveryExpr>("r"));
  }

private:
  StringRef textOf(CharSourceRange Range) const {
    return Lexer::getSourceText(Range, *SM, *Options);
  }

  bool mayInheritUnknown(const CXXMethodDecl &Method) {
    for (const DeclContext *At = &Method; At; At = At->getParent())
      if (const auto *Class = dyn_cast<CXXRecordDecl>(At))
        if (!Class->isLambda() && hasUnknownBase(*Class))
          return true;
    return false;
  }

  bool hasUnknownBase(const CXXRecordDecl &Class) {
    const CXXRecordDecl *D = Class.getDefinition();
    if (!D)
      return false;
    auto [It, IsNew] = Known.try_emplace(D, false);
    if (!IsNew)
      return It->second;
    bool Unknown =
        lacksBase(*D) || llvm::any_of(D->bases(), [&](const auto &B) {
          const CXXRecordDecl *Base = B.getType()->getAsCXXRecordDecl();
          return Base && hasUnknownBase(*Base);
        });
    return Known[D] = Unknown;
  }

  /// Clang drops a base that it does not know.
  bool lacksBase(const CXXRecordDecl &D) const {
    if (D.isImplicit() || D.getBraceRange().isInvalid() ||
        D.getLocation().isMacroID())
      return false;
    StringRef Head = textOf(CharSourceRange::getCharRange(
        D.getLocation(), D.getBraceRange().getBegin()));
    return countParts(Head, tok::colon) > D.getNumBases();
  }

  /// All arguments are known, and yet no function takes them.
  void noteCall(const RecoveryExpr &Call) {
    ArrayRef<const Expr *> Parts =
        const_cast<RecoveryExpr &>(Call).subExpressions();
    const auto *Callee =
        Parts.empty() ? nullptr : dyn_cast<OverloadExpr>(Parts.front());
    if (!Callee || Callee->getQualifier() ||
        llvm::any_of(Parts.drop_front(),
                     [](const Expr *E) { return E->containsErrors(); }))
      return;
    StringRef Written =
        textOf(CharSourceRange::getTokenRange(Call.getSourceRange()));
    if (countParts(Written, tok::l_paren) == Parts.size() - 1)
      Out.noteOwner(Callee->getNameLoc(),
                    Callee->getName().getAsIdentifierInfo(), Owner::Ambiguous,
                    Engine::Ast);
  }

  const SourceManager *SM = nullptr;
  const LangOptions *Options = nullptr;
  DenseMap<const CXXRecordDecl *, bool> Known;
};

} // namespace

std::unique_ptr<AstConcern> makeUnknownBase(Recorder &Out) {
  return std::make_unique<UnknownBase>(Out);
}

} // namespace musify
