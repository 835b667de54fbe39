// "sm_80" and "--gpu-architecture=compute_%d%d" are for a compiler at run time,
// or for the choice of a kernel. Text for people has more words.
#include "Parse/Recorder.h"
#include "Parse/Rules/All.h"
#include "Platform/Platform.h"
#include "clang/AST/Expr.h"
#include "clang/ASTMatchers/ASTMatchers.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace clang::ast_matchers;

namespace musify {
namespace {

/// `80`, `90a`, `%d%d`, `{}`, or nothing where the number is appended.
bool isNumberOrPlace(StringRef Text) {
  if (Text.empty())
    return true;
  if (isDigit(Text.front())) {
    Text = Text.drop_while(isDigit);
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
    Out.observe(S->getBeginLoc(), say(msg::ArchitectureName,
                                      S->getString().str(), listOf(Names)));
  }
};

} // namespace

std::unique_ptr<AstConcern> makeArchitectureName(Recorder &Out) {
  return std::make_unique<ArchitectureName>(Out);
}

} // namespace musify
