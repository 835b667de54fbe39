#include "Build/Rule.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Path.h"
#include <nlohmann/json.hpp>

using namespace llvm;
using json = nlohmann::ordered_json;

namespace musify {
namespace {

constexpr StringLiteral Places[] = {
    "command", "word",     "program", "path",      "below-root",
    "flag",    "variable", "import",  "attribute", "keyword",
    "link",    "sign",     "keep",    "member",    "module"};
constexpr StringLiteral Actions[] = {
    "replace", "drop",  "unwrap",    "arch",       "package",      "language",
    "enable",  "table", "arch-list", "arch-flags", "arch-property"};
constexpr StringLiteral Levels[] = {"note", "warning", "error"};
constexpr StringLiteral Spaces[] = {"library", "envvar", "header", "macro",
                                    "name"};

template <size_t N>
std::optional<unsigned> indexIn(const StringLiteral (&Names)[N],
                                StringRef Name) {
  for (unsigned I = 0; I < N; ++I)
    if (Names[I] == Name)
      return I;
  return std::nullopt;
}

struct TextKey {
  StringLiteral Name;
  std::string BuildRule::*Target;
};
constexpr TextKey TextKeys[] = {
    {"from", &BuildRule::From},         {"to", &BuildRule::To},
    {"after", &BuildRule::After},       {"module", &BuildRule::Module},
    {"package", &BuildRule::Package},   {"table", &BuildRule::Space},
    {"evidence", &BuildRule::Evidence}, {"note", &BuildRule::Note}};

struct FlagKey {
  StringLiteral Name;
  bool BuildRule::*Target;
};
constexpr FlagKey FlagKeys[] = {{"value", &BuildRule::TakesValue},
                                {"nvcc", &BuildRule::NvccOnly},
                                {"root", &BuildRule::IsRoot},
                                {"runtime", &BuildRule::AtRunTime}};

/// Reads one key; returns a fault, or "".
std::string readKey(const std::string &Key, const json &Value, BuildRule &R) {
  for (const FlagKey &K : FlagKeys)
    if (K.Name == Key) {
      if (!Value.is_boolean())
        return "`" + Key + "` is not true or false";
      R.*K.Target = Value.get<bool>();
      return "";
    }
  if (Key == "of" || Key == "insert" || Key == "syntax" || Key == "unless") {
    if (!Value.is_array() ||
        !std::all_of(Value.begin(), Value.end(),
                     [](const json &V) { return V.is_string(); }))
      return "`" + Key + "` is not a list of strings";
    for (const json &V : Value) {
      auto Text = V.get<std::string>();
      if (Key == "of")
        R.Of.push_back(Text);
      else if (Key == "insert")
        R.Insert.push_back(Text);
      else if (Key == "unless")
        R.Unless.push_back(Text);
      else if (auto S = parseSyntax(Text))
        R.Syntaxes |= 1u << unsigned(*S);
      else
        return "unknown syntax `" + Text + "`";
    }
    return "";
  }
  if (!Value.is_string())
    return "`" + Key + "` is not a string";
  auto Text = Value.get<std::string>();
  for (const TextKey &K : TextKeys)
    if (K.Name == Key) {
      R.*K.Target = Text;
      return "";
    }
  if (Key == "where") {
    if (auto I = indexIn(Places, Text))
      return R.At = BuildRule::Place(*I), "";
  } else if (Key == "do") {
    if (auto I = indexIn(Actions, Text))
      return R.Do = BuildRule::Action(*I), "";
  } else if (Key == "status") {
    if (auto S = parseStatus(Text))
      return R.S = *S, "";
  } else if (Key == "severity") {
    if (auto I = indexIn(Levels, Text))
      return R.Level = Severity(*I), "";
  } else {
    return "unknown key `" + Key + "`";
  }
  return "unknown " + Key + " `" + Text + "`";
}

/// What must hold between the keys of a rule. Returns a fault, or "".
std::string checkRule(const BuildRule &R) {
  using Action = BuildRule::Action;
  if (R.From.empty())
    return "`from` is missing";
  if (R.At == BuildRule::Place::Sign && R.From.size() < 2)
    return "a sign of less than two letters";
  if (R.Do == Action::Table)
    return indexIn(Spaces, R.Space) ? "" : "`table` names no space of names";
  bool Writes = !R.To.empty();
  if (R.S == Status::Supported && R.Evidence.empty())
    return "supported without `evidence`";
  if (R.S == Status::Supported && !Writes && R.Do != Action::Drop &&
      R.Do != Action::Unwrap && R.Do != Action::Language)
    return "supported, but without `to`";
  if (R.S == Status::Unsupported && R.Note.empty())
    return "unsupported without a `note` on what to do instead";
  bool Acts = R.Do == Action::Replace && R.At != BuildRule::Place::Sign;
  if (!Writes && Acts && R.Note.empty())
    return "neither `to` nor `note`";
  if (R.At == BuildRule::Place::Import && R.Module.empty())
    return "an import without its `module`";
  return "";
}

} // namespace

Expected<std::vector<BuildRule>> parseBuildRules(StringRef Text,
                                                 StringRef Path) {
  std::string Faults;
  auto Tell = [&](const Twine &What) {
    Faults += (Faults.empty() ? "" : "\n") + (Path + ": error: " + What).str();
  };
  json Root = json::parse(Text.begin(), Text.end(), nullptr,
                          /*allow_exceptions=*/false);
  std::vector<BuildRule> Rules;
  if (!Root.is_object() || !Root.contains("rules") ||
      !Root["rules"].is_array()) {
    Tell("not a JSON object with a list `rules`");
  } else {
    unsigned Common = 0;
    for (const auto &[Key, Value] : Root.items()) {
      BuildRule Head;
      if (Key == "syntax") {
        if (std::string Fault = readKey(Key, Value, Head); !Fault.empty())
          Tell(Fault);
        Common = Head.Syntaxes;
      } else if (Key != "rules" && Key != "$schema") {
        Tell("unknown key `" + Key + "`");
      }
    }
    for (const json &Object : Root["rules"]) {
      BuildRule R;
      std::string Fault = Object.is_object() ? "" : "not an object";
      if (Object.is_object() && Object.contains("from") &&
          Object["from"].is_string())
        R.From = Object["from"].get<std::string>(); // for the faults of others
      if (Object.is_object())
        for (const auto &[Key, Value] : Object.items())
          if (Fault.empty())
            Fault = readKey(Key, Value, R);
      if (!R.Syntaxes)
        R.Syntaxes = Common;
      if (Fault.empty())
        Fault = R.Syntaxes ? checkRule(R) : "no `syntax`";
      R.Name = (sys::path::stem(Path) + "/" + R.From).str();
      if (!R.After.empty())
        R.Name += " after " + R.After;
      if (!Fault.empty())
        Tell("rule " + Twine(Rules.size() + 1) + " `" + R.From + "`: " + Fault);
      Rules.push_back(std::move(R));
    }
  }
  if (!Faults.empty())
    return createStringError(inconvertibleErrorCode(), Faults);
  return Rules;
}

Error checkBuildRules(ArrayRef<BuildRule> Rules) {
  StringSet<> Seen;
  for (const BuildRule &R : Rules) {
    std::string Key = R.Name + " " + std::to_string(int(R.At)) + " " + R.Space;
    for (const std::string &Of : R.Of)
      Key += " " + Of;
    if (!Seen.insert(Key).second)
      return createStringError(inconvertibleErrorCode(),
                               "build rule `" + R.Name + "` occurs twice");
  }
  return Error::success();
}

} // namespace musify
