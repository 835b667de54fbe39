// Custom rules that say with a matcher expression what they are about. What
// they write is decided with all other edits of the file (Rules/Custom.cpp).
#include "Parse/Rules/MatcherRules.h"
#include "Parse/Recorder.h"
#include "Parse/Rules/All.h"
#include "clang/ASTMatchers/Dynamic/Diagnostics.h"
#include "clang/ASTMatchers/Dynamic/Parser.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace musify {
namespace {

std::optional<internal::DynTypedMatcher> parse(const CustomRule &R,
                                               std::string &Fault) {
  llvm::StringRef Text = R.Name;
  dynamic::Diagnostics Diagnostics;
  auto Matcher = dynamic::Parser::parseMatcherExpression(Text, &Diagnostics);
  if (Matcher)
    if (auto Bound = Matcher->tryBind("root"))
      return Bound;
  Fault = Matcher ? "the matcher cannot be bound" : Diagnostics.toString();
  return std::nullopt;
}

class OneRule : public MatchFinder::MatchCallback {
public:
  OneRule(Recorder &Out, const CustomRule &R) : Out(Out), R(R) {}
  void run(const MatchFinder::MatchResult &Result) override {
    std::map<std::string, SourceRange> Nodes;
    for (const auto &[Name, Node] : Result.Nodes.getMap())
      Nodes[Name] = Node.getSourceRange();
    Out.noteMatch(R.Id, Nodes["root"], Nodes, Result.Context->getLangOpts());
  }

private:
  Recorder &Out;
  const CustomRule &R;
};

class MatcherRules : public AstConcern {
public:
  using AstConcern::AstConcern;
  void addTo(MatchFinder &Finder) override {
    for (const CustomRule *R : Out.customRules().matchers()) {
      std::string Fault; // told by `checkMatchers`
      if (auto Matcher = parse(*R, Fault))
        Finder.addDynamicMatcher(
            *Matcher,
            All.emplace_back(std::make_unique<OneRule>(Out, *R)).get());
    }
  }

  // Each rule has a callback of its own.
  void run(const MatchFinder::MatchResult &) override {}

private:
  std::vector<std::unique_ptr<OneRule>> All;
};

} // namespace

std::unique_ptr<AstConcern> makeMatcherRules(Recorder &Out) {
  return std::make_unique<MatcherRules>(Out);
}

llvm::Error checkMatchers(const RuleSet &Rules) {
  std::string Faults;
  for (const CustomRule *R : Rules.matchers()) {
    std::string Fault;
    if (parse(*R, Fault))
      continue;
    if (!Faults.empty())
      Faults += '\n';
    Faults += R->Path + ":" + std::to_string(R->Line) + ":1: error: rule `" +
              R->Id + "`: " + Fault;
  }
  return Faults.empty()
             ? llvm::Error::success()
             : llvm::createStringError(llvm::inconvertibleErrorCode(), Faults);
}

} // namespace musify
