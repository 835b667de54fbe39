// Custom rules that say with a matcher expression what they are about. What
// they write is decided with all other edits of the file (Rules/Custom.cpp).
#include "Parse/Rules/MatcherRules.h"
#include "Diag/MessageError.h"
#include "Parse/Recorder.h"
#include "Parse/Rules/All.h"
#include "clang/ASTMatchers/Dynamic/Diagnostics.h"
#include "clang/ASTMatchers/Dynamic/Parser.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace musify {
namespace {

std::optional<internal::DynTypedMatcher> parse(const CustomRule &R,
                                               Message &Fault) {
  llvm::StringRef Text = R.Name;
  dynamic::Diagnostics Diagnostics;
  auto Matcher = dynamic::Parser::parseMatcherExpression(Text, &Diagnostics);
  if (Matcher)
    if (auto Bound = Matcher->tryBind("root"))
      return Bound;
  Fault = Matcher ? say(msg::MatcherNotBound)
                  : say(msg::SystemError, Diagnostics.toString());
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
      Message Fault; // told by `checkMatchers`
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
  std::vector<Message> Faults;
  for (const CustomRule *R : Rules.matchers())
    if (Message Fault; !parse(*R, Fault))
      Faults.push_back(
          atPlace(R->Path, R->Line, 1, say(msg::InRule, R->Id, Fault)));
  return errorOf(std::move(Faults));
}

} // namespace musify
