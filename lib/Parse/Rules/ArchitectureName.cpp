// "sm_80" and "--gpu-architecture=compute_%d%d" are for a compiler at run time,
// or for the choice of a kernel. Text for people has more words.
#include "Parse/Recorder.h"
#include "Parse/Rules/All.h"
#include "Platform/Platform.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/ASTMatchers/ASTMatchers.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace clang;
using namespace clang::ast_matchers;

namespace musify {
namespace {

/// `80`, `90a`, `%d%d`, `{}`, or nothing where the number is appended.
bool isNumberOrPlace(StringRef Text) {
  if (Text.empty())
    return true;
  if (isDigit(Text.front())) {
    Text = Text.drop_while(llvm::isDigit);
    return Text.empty() || Text == "a" || Text == "f";
  }
  while (!Text.empty()) {
    bool IsPlace =
        Text.consume_front("{")
            ? Text.drop_while([](char C) { return C != '}'; }).starts_with("}")
            : Text.starts_with("%");
    if (!IsPlace)
      return false;
    Text = Text.drop_while([](char C) { return C == '%' || isDigit(C); });
    Text = Text.drop_front(Text.empty() ? 0 : 1);
  }
  return true;
}

/// `sm_80`, or an option of the compiler that ends so.
bool namesArchitecture(StringRef Text) {
  if (Text.starts_with("-"))
    Text = Text.split('=').second;
  bool Begins =
      Text.consume_front(sourcePlatform().Compiler.ArchitecturePrefix) ||
      Text.consume_front("compute_");
  return Begins && isNumberOrPlace(Text);
}

/// The stream that a chain of `<<` writes to.
const Expr *streamOf(const CXXOperatorCallExpr &Call) {
  const Expr *Left = Call.getArg(0)->IgnoreParenImpCasts();
  const auto *Inner = dyn_cast<CXXOperatorCallExpr>(Left);
  return Inner && Inner->getOperator() == OO_LessLess ? streamOf(*Inner) : Left;
}

/// True if the call prints its arguments: `std::cout << x`, `printf(x)`, but
/// not `snprintf(b, 8, x)`, whose text may go on to a compiler.
bool prints(const CallExpr &Call) {
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Call)) {
    const auto *Stream = Operator->getOperator() == OO_LessLess
                             ? dyn_cast<DeclRefExpr>(streamOf(*Operator))
                             : nullptr;
    return Stream && Stream->getDecl()->isInStdNamespace();
  }
  const FunctionDecl *F = Call.getDirectCallee();
  if (!F || !platforms().Host.Strings.Show.contains(nameOf(*F)))
    return false;
  QualType First =
      F->getNumParams() ? F->getParamDecl(0)->getType() : QualType();
  return First.isNull() || !First->isPointerType() ||
         !First->getPointeeType()->isCharType() ||
         First->getPointeeType().isConstQualified();
}

/// True if people read the text, as far as the expression shows.
bool isPrinted(const Stmt &S, ASTContext &Context) {
  for (const Stmt *At = &S; At;) {
    DynTypedNodeList Parents = Context.getParents(*At);
    At = Parents.empty() ? nullptr : Parents[0].get<Stmt>();
    if (const auto *Call = dyn_cast_or_null<CallExpr>(At))
      return prints(*Call);
    if (At && !isa<Expr>(At))
      return false;
  }
  return false;
}

class ArchitectureName : public AstConcern {
public:
  using AstConcern::AstConcern;
  void addTo(MatchFinder &Finder) override {
    Finder.addMatcher(stringLiteral().bind("literal"), this);
  }
  void run(const MatchFinder::MatchResult &Result) override {
    const auto *S = Result.Nodes.getNodeAs<clang::StringLiteral>("literal");
    if (!S->isOrdinary() || !namesArchitecture(S->getString()))
      return;
    std::vector<std::string> Names;
    for (const Architecture *A : targetPlatform().current())
      Names.push_back(A->Name);
    Out.observe(S->getBeginLoc(),
                say(msg::ArchitectureName, S->getString().str(), listOf(Names)),
                isPrinted(*S, *Result.Context) ? std::optional(Severity::Note)
                                               : std::nullopt);
  }
};

} // namespace

std::unique_ptr<AstConcern> makeArchitectureName(Recorder &Out) {
  return std::make_unique<ArchitectureName>(Out);
}

} // namespace musify
