#include "Mapping/Format.h"
#include "Learn/Learn.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace musify {
namespace {

/// So many of each kind are shown to people.
constexpr size_t Shown = 20;

Message counted(unsigned Places) { return say(msg::LearnPlaces, Places); }

Message counted(unsigned Places, unsigned Against) {
  return say(msg::LearnPlacesAgainst, Places, Against);
}

Message matchName(RenameRule::Match What) {
  switch (What) {
  case RenameRule::Match::Word:
    return say(msg::LearnMatchWord);
  case RenameRule::Match::Name:
    return say(msg::LearnMatchName);
  case RenameRule::Match::String:
    return say(msg::LearnMatchString);
  case RenameRule::Match::Include:
    return say(msg::LearnMatchInclude);
  case RenameRule::Match::File:
    return say(msg::LearnMatchFile);
  }
  llvm_unreachable("all kinds are named");
}

Message kindName(Unlearned::Kind What) {
  switch (What) {
  case Unlearned::Kind::Call:
    return say(msg::LearnKindCall);
  case Unlearned::Kind::Comparison:
    return say(msg::LearnKindComparison);
  case Unlearned::Kind::Header:
    return say(msg::LearnKindHeader);
  case Unlearned::Kind::Condition:
    return say(msg::LearnKindCondition);
  case Unlearned::Kind::Statement:
    return say(msg::LearnKindStatement);
  case Unlearned::Kind::Flag:
    return say(msg::LearnKindFlag);
  case Unlearned::Kind::Code:
    return say(msg::LearnKindCode);
  }
  llvm_unreachable("all kinds are named");
}

Message reasonName(Unlearned::Reason Why) {
  switch (Why) {
  case Unlearned::Reason::TooFew:
    return say(msg::LearnTooFew);
  case Unlearned::Reason::Against:
    return say(msg::LearnAgainst);
  case Unlearned::Reason::Repeats:
    return say(msg::LearnRepeats);
  case Unlearned::Reason::Alone:
    return say(msg::LearnAlone);
  case Unlearned::Reason::Foreign:
    return say(msg::LearnForeign);
  case Unlearned::Reason::NoFormat:
    return say(msg::LearnNoFormat);
  }
  llvm_unreachable("all reasons are named");
}

/// What becomes what by a rule.
Message described(const CustomRule &R) {
  if (R.What == CustomRule::Match::Header && R.Replace->empty())
    return say(msg::LearnIncludeRemoved, R.Name);
  if (R.What == CustomRule::Match::Header)
    return say(msg::LearnInclude, R.Name, join(*R.Replace, "`, `"));
  if (R.What == CustomRule::Match::Compare)
    return say(msg::LearnComparison, R.Name + " $op " + R.With,
               R.Replace->front());
  std::string Args;
  for (unsigned I = 1; R.Args && I <= *R.Args; ++I)
    Args += (Args.empty() ? "$" : ", $") + std::to_string(I);
  return say(msg::LearnCall, R.Name + "(" + (R.Args ? Args : "$*") + ")",
             R.Replace->front());
}

using Tell = function_ref<void(const Message &)>;

void describeRules(Tell Print, const Learned &L) {
  for (const RenameRule &R : L.Renames) {
    bool IsWord = R.What == RenameRule::Match::Word;
    Print(say(msg::LearnRename, matchName(R.What), R.From, R.To,
              IsWord ? counted(R.Places, R.Against) : counted(R.Places)));
  }
  for (const OwnedEntry &E : L.Entries)
    Print(say(msg::LearnEntry, E.From, E.To, E.Evidence));
  for (const LearnedRule &R : L.Rules)
    Print(say(msg::LearnRule, described(R.Rule), counted(R.Places, R.Against)));
}

/// What became of one text that no rule covers.
Message change(const Unlearned &U) {
  Message Kind = kindName(U.What);
  if (U.Was.empty() && U.Now.empty())
    return say(msg::LearnManyTokens, Kind);
  if (U.Was.empty())
    return say(msg::LearnAdded, Kind, U.Now);
  if (U.Now.empty())
    return say(msg::LearnRemoved, Kind, U.Was);
  return say(msg::LearnBecame, Kind, U.Was, U.Now);
}

void describeOne(Tell Print, const Unlearned &U) {
  const auto &First = U.Count.First;
  Message Count = U.Count.Against ? counted(U.Count.Places, U.Count.Against)
                                  : counted(U.Count.Places);
  std::string Place = First.Path + ":" + std::to_string(First.Line);
  Print(U.What == Unlearned::Kind::Code
            ? say(msg::NotLearned, change(U), Count, Place)
            : say(msg::NotLearnedSince, change(U), Count, Place,
                  reasonName(U.Why)));
}

/// What no rule says, and how much of each kind in all.
void describeRest(Tell Print, const Learned &L) {
  for (const Contradiction &C : L.Contradictions) {
    std::vector<Argument> Became;
    for (const auto &[New, Places] : C.Became)
      Became.emplace_back(say(msg::LearnNameAt, New, counted(Places)));
    Print(say(msg::LearnContradiction, C.Text, Argument(std::move(Became))));
  }
  for (auto At = L.Rest.begin(); At != L.Rest.end();) {
    auto End = std::find_if(At, L.Rest.end(), [&](const Unlearned &U) {
      return U.What != At->What;
    });
    unsigned Places = 0;
    for (const Unlearned &U : make_range(At, End))
      Places += U.Count.Places;
    for (const Unlearned &U :
         make_range(At, std::min(End, At + std::min<size_t>(Shown, End - At))))
      describeOne(Print, U);
    Print(say(msg::NotLearnedInAll, kindName(At->What), counted(Places)));
    At = End;
  }
}

json::Object toJson(const Unlearned &U) {
  return json::Object{{"kind", kindName(U.What).text()},
                      {"was", U.Was},
                      {"now", U.Now},
                      {"places", U.Count.Places},
                      {"against", U.Count.Against},
                      {"path", U.Count.First.Path},
                      {"line", U.Count.First.Line},
                      {"reason", reasonName(U.Why).text()}};
}

} // namespace

std::string formatLearned(const Learned &L) {
  std::string Out = "{\"library\": \"learned\"";
  if (!L.Renames.empty() || (L.Entries.empty() && L.Rules.empty()))
    Out += ",\n\"renames\": " + formatRenames(L.Renames);
  if (!L.Rules.empty()) {
    std::vector<CustomRule> Rules;
    for (const LearnedRule &R : L.Rules) {
      Rules.push_back(R.Rule);
      Rules.back().Note =
          say(msg::LearnedNote, counted(R.Places, R.Against)).text();
    }
    Out += ",\n\"rules\": " + formatRules(Rules);
  }
  if (!L.Entries.empty())
    Out += ",\n\"entries\": " + formatEntries(L.Entries);
  return Out + "}\n";
}

std::string describeLearned(const Learned &L, Language Lang) {
  std::string Text;
  auto Print = [&](const Message &What) { Text += What.text(Lang) + "\n"; };
  describeRules(Print, L);
  describeRest(Print, L);
  return Text;
}

std::string reportLearned(const Learned &L, unsigned Files) {
  json::Array Rest, Contradictions;
  for (const Unlearned &U : L.Rest)
    Rest.push_back(toJson(U));
  for (const Contradiction &C : L.Contradictions) {
    json::Object Became;
    for (const auto &[New, Places] : C.Became)
      Became[New] = Places;
    Contradictions.push_back(
        json::Object{{"text", C.Text}, {"became", std::move(Became)}});
  }
  json::Object Out{{"files", Files},
                   {"contradictions", std::move(Contradictions)},
                   {"notLearned", std::move(Rest)}};
  if (auto Rules = json::parse(formatLearned(L)))
    Out["rules"] = std::move(*Rules);
  else
    consumeError(Rules.takeError());
  return formatv("{0:2}\n", json::Value(std::move(Out)));
}

} // namespace musify
