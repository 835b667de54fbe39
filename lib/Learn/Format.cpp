#include "Mapping/Format.h"
#include "Learn/Learn.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace musify {
namespace {

/// So many of each kind are shown to people.
constexpr size_t Shown = 20;

std::string counted(unsigned Count) {
  return std::to_string(Count) + (Count == 1 ? " place" : " places");
}

std::string counted(unsigned Places, unsigned Against) {
  return counted(Places) + ", " + std::to_string(Against) + " against";
}

StringRef matchName(RenameRule::Match What) {
  switch (What) {
  case RenameRule::Match::Word:
    return "word";
  case RenameRule::Match::Name:
    return "name";
  case RenameRule::Match::String:
    return "string";
  case RenameRule::Match::Include:
    return "include";
  case RenameRule::Match::File:
    return "file";
  }
  llvm_unreachable("all kinds are named");
}

StringRef kindName(Unlearned::Kind What) {
  switch (What) {
  case Unlearned::Kind::Call:
    return "call";
  case Unlearned::Kind::Comparison:
    return "comparison";
  case Unlearned::Kind::Header:
    return "header";
  case Unlearned::Kind::Condition:
    return "condition";
  case Unlearned::Kind::Statement:
    return "statement";
  case Unlearned::Kind::Flag:
    return "flag";
  case Unlearned::Kind::Code:
    return "code";
  }
  llvm_unreachable("all kinds are named");
}

StringRef reasonName(Unlearned::Reason Why) {
  switch (Why) {
  case Unlearned::Reason::TooFew:
    return "one place is not enough";
  case Unlearned::Reason::Against:
    return "too many places differ";
  case Unlearned::Reason::Repeats:
    return "the rule would match in its own result";
  case Unlearned::Reason::Alone:
    return "no header of the tables stands beside it";
  case Unlearned::Reason::Foreign:
    return "neither the project nor the tables have the name";
  case Unlearned::Reason::NoFormat:
    return "the format of rules has no key for it";
  }
  llvm_unreachable("all reasons are named");
}

/// What stands on both sides of a rule, for people.
std::pair<std::string, std::string> sides(const CustomRule &R) {
  if (R.What == CustomRule::Match::Header) {
    std::string Now;
    for (const std::string &Path : *R.Replace)
      Now += (Now.empty() ? "" : "`, `") + Path;
    return {"include of `" + R.Name + "`",
            Now.empty() ? std::string("is removed") : "becomes `" + Now + "`"};
  }
  if (R.What == CustomRule::Match::Compare)
    return {"comparison `" + R.Name + " $op " + R.With + "`",
            "becomes `" + R.Replace->front() + "`"};
  std::string Args;
  for (unsigned I = 1; R.Args && I <= *R.Args; ++I)
    Args += (Args.empty() ? "$" : ", $") + std::to_string(I);
  return {"call `" + R.Name + "(" + (R.Args ? Args : "$*") + ")`",
          "becomes `" + R.Replace->front() + "`"};
}

void describeRules(raw_ostream &OS, const Learned &L) {
  for (const RenameRule &R : L.Renames) {
    bool IsWord = R.What == RenameRule::Match::Word;
    OS << matchName(R.What) << " `" << R.From << "` becomes `" << R.To
       << "`: " << (IsWord ? counted(R.Places, R.Against) : counted(R.Places))
       << '\n';
  }
  for (const OwnedEntry &E : L.Entries)
    OS << "entry `" << E.From << "` becomes `" << E.To << "`: " << E.Evidence
       << '\n';
  for (const LearnedRule &R : L.Rules) {
    auto [Was, Now] = sides(R.Rule);
    OS << Was << ' ' << Now << ": " << counted(R.Places, R.Against) << '\n';
  }
}

void describeOne(raw_ostream &OS, const Unlearned &U) {
  OS << "not learned: " << kindName(U.What);
  if (U.Was.empty() && U.Now.empty())
    OS << " of many tokens";
  else if (U.Was.empty())
    OS << " `" << U.Now << "` was added";
  else if (U.Now.empty())
    OS << " `" << U.Was << "` was removed";
  else
    OS << " `" << U.Was << "` became `" << U.Now << '`';
  OS << ": " << counted(U.Count.Places);
  if (U.Count.Against)
    OS << ", " << U.Count.Against << " against";
  OS << ", first " << U.Count.First.Path << ':' << U.Count.First.Line;
  if (U.What != Unlearned::Kind::Code)
    OS << " (" << reasonName(U.Why) << ')';
  OS << '\n';
}

/// What no rule says, and how much of each kind in all.
void describeRest(raw_ostream &OS, const Learned &L) {
  for (const Contradiction &C : L.Contradictions) {
    OS << "contradiction: `" << C.Text << "`";
    const char *Separator = " became ";
    for (const auto &[New, Places] : C.Became) {
      OS << Separator << '`' << New << "` at " << counted(Places);
      Separator = ", ";
    }
    OS << '\n';
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
      describeOne(OS, U);
    OS << "not learned in all, " << kindName(At->What) << ": "
       << counted(Places) << '\n';
    At = End;
  }
}

json::Object toJson(const Unlearned &U) {
  return json::Object{{"kind", kindName(U.What)},
                      {"was", U.Was},
                      {"now", U.Now},
                      {"places", U.Count.Places},
                      {"against", U.Count.Against},
                      {"path", U.Count.First.Path},
                      {"line", U.Count.First.Line},
                      {"reason", reasonName(U.Why)}};
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
          "learned from a port: " + counted(R.Places, R.Against);
    }
    Out += ",\n\"rules\": " + formatRules(Rules);
  }
  if (!L.Entries.empty())
    Out += ",\n\"entries\": " + formatEntries(L.Entries);
  return Out + "}\n";
}

std::string describeLearned(const Learned &L) {
  std::string Text;
  raw_string_ostream OS(Text);
  describeRules(OS, L);
  describeRest(OS, L);
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
