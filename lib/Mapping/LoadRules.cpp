#include "Diag/MessageError.h"
#include "Mapping/CustomRule.h"
#include "Support/Untrusted.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include <map>
#include <nlohmann/json.hpp>

using namespace llvm;
using nlohmann::ordered_json;

namespace musify {
namespace {

using Match = CustomRule::Match;

struct MatchKey {
  StringLiteral Key;
  Match What;
};
constexpr MatchKey MatchKeys[] = {
    {"call", Match::Call},           {"type", Match::Name},
    {"enumerator", Match::Name},     {"macro", Match::Name},
    {"variable", Match::Name},       {"member", Match::Member},
    {"compare", Match::Compare},     {"header", Match::Header},
    {"namespace", Match::Namespace}, {"matcher", Match::Matcher}};

constexpr StringLiteral OtherKeys[] = {
    "id",      "extends", "args",     "types",    "template-args",
    "in",      "side",    "with",     "replace",  "merge-duplicates",
    "finding", "note",    "evidence", "priority", "tests"};

/// What a key may be, each in backticks.
Argument choices(ArrayRef<StringRef> Words) {
  return listOf(map_range(
      Words, [](StringRef Word) { return say(msg::InBackticks, Word); }));
}

/// Reads one rule; the first fault is kept.
class RuleReader {
public:
  RuleReader(const ordered_json &Object, CustomRule &R)
      : Object(Object), R(R) {}

  Message read() {
    for (const auto &[Key, Value] : Object.items())
      if (Key != "id" && Key != "extends")
        readKey(Key, Value);
    if (!Fault)
      check();
    return Fault;
  }

private:
  void fail(Message What) {
    if (!Fault)
      Fault = std::move(What);
  }
  std::string text(const std::string &Key, const ordered_json &Value) {
    if (Value.is_string() && Value != "")
      return Value.get<std::string>();
    fail(say(msg::KeyNotString, Key));
    return "";
  }

  void readKey(const std::string &Key, const ordered_json &Value) {
    if (auto *Known = llvm::find_if(
            MatchKeys, [&](const MatchKey &M) { return M.Key == Key; });
        Known != std::end(MatchKeys)) {
      if (Matched)
        fail(say(msg::MatchesTwice, Key));
      Matched = true;
      R.What = Known->What;
      R.Name = text(Key, Value);
    } else if (Key == "args" || Key == "priority") {
      if (!Value.is_number_integer() || (Key == "args" && Value < 0))
        return fail(say(msg::KeyNotWhole, Key));
      if (Key == "args")
        R.Args = Value.get<unsigned>();
      else
        R.Priority = Value.get<int>();
    } else if (Key == "types") {
      readTypes(Value);
    } else if (Key == "template-args") {
      R.TemplateArgs = texts(Key, Value);
    } else if (Key == "side") {
      std::string On = text(Key, Value);
      if (On != "host" && On != "device")
        fail(say(msg::KeyIsOneOf, "side", choices({"host", "device"})));
      R.On = On == "host" ? CustomRule::Side::Host : CustomRule::Side::Device;
    } else if (Key == "replace") {
      R.Replace = Value.is_string() ? std::vector{Value.get<std::string>()}
                                    : texts(Key, Value);
    } else if (Key == "merge-duplicates") {
      if (!Value.is_boolean())
        return fail(say(msg::KeyNotBool, Key));
      R.MergeDuplicates = Value.get<bool>();
    } else if (Key == "finding") {
      readFinding(Value);
    } else if (Key == "tests") {
      readTests(Value);
    } else if (Key == "in") {
      R.Namespace = text(Key, Value);
    } else if (Key == "with") {
      R.With = text(Key, Value);
    } else if (Key == "note") {
      R.Note = text(Key, Value);
    } else if (Key == "evidence") {
      R.Evidence = text(Key, Value);
    } else {
      fail(say(msg::UnknownKey, Key).add(nearest(Key)));
    }
  }

  static Message nearest(StringRef Key) {
    auto Near = [&](StringRef Known) {
      return Key.edit_distance(Known, true, 2) <= 2;
    };
    for (const MatchKey &M : MatchKeys)
      if (Near(M.Key))
        return say(msg::DidYouMean, M.Key);
    for (StringRef Known : OtherKeys)
      if (Near(Known))
        return say(msg::DidYouMean, Known);
    return {};
  }

  std::vector<std::string> texts(const std::string &Key,
                                 const ordered_json &Value) {
    std::vector<std::string> Out;
    if (!Value.is_array())
      fail(say(msg::KeyNotStrings, Key));
    else
      for (const ordered_json &Each : Value)
        Out.push_back(text(Key, Each));
    return Out;
  }

  void readTypes(const ordered_json &Value) {
    if (!Value.is_object())
      return fail(say(msg::TypesNotObject, "{\"$1\": \"int\"}"));
    for (const auto &[Place, Type] : Value.items()) {
      unsigned Number;
      if (!StringRef(Place).starts_with("$") ||
          StringRef(Place).drop_front().getAsInteger(10, Number) || !Number)
        return fail(say(msg::TypesNotArgument, Place));
      R.Types.emplace_back(Number, text("types", Type));
    }
  }

  void readFinding(const ordered_json &Value) {
    if (!Value.is_object() || !Value.contains("text"))
      return fail(say(msg::FindingNotObject));
    CustomRule::Told F{"warning", "", ""};
    for (const auto &[Key, Each] : Value.items())
      if (Key == "severity")
        F.Severity = text(Key, Each);
      else if (Key == "text")
        F.Text = text(Key, Each);
      else if (Key == "trap")
        F.Trap = text(Key, Each);
      else
        fail(say(msg::UnknownKeyIn, Key, "finding"));
    if (F.Severity != "note" && F.Severity != "warning" &&
        F.Severity != "error")
      fail(say(msg::KeyIsOneOf, "severity",
               choices({"note", "warning", "error"})));
    R.Finding = F;
  }

  void readTests(const ordered_json &Value) {
    if (!Value.is_array())
      return fail(say(msg::KeyNotList, "tests"));
    R.Tests.clear();
    for (const ordered_json &Each : Value) {
      if (!Each.is_object() || !Each.contains("given") ||
          !Each.contains("expect") || Each.size() != 2)
        return fail(say(msg::TestShape, "{\"given\": ..., \"expect\": ...}"));
      R.Tests.push_back({lines("given", Each["given"]),
                         lines("expect", Each["expect"]), R.Line});
    }
  }

  /// One text, or a list of lines.
  std::string lines(const std::string &Key, const ordered_json &Value) {
    if (Value.is_string())
      return Value.get<std::string>() + "\n";
    std::string Out;
    if (!Value.is_array())
      fail(say(msg::KeyNotLines, Key));
    else
      for (const ordered_json &Line : Value)
        Out += (Line.is_string() ? Line.get<std::string>() : "") + "\n";
    return Out;
  }

  void check() {
    if (R.Name.empty())
      return fail(say(msg::MatchesNothing,
                      listOf(map_range(MatchKeys, [](const MatchKey &K) {
                        return say(msg::InBackticks, K.Key);
                      }))));
    if (!R.Replace && !R.Finding && !R.MergeDuplicates)
      return fail(say(msg::RuleDoesNothing));
    if ((R.Args || R.needsTypes()) && R.What != Match::Call)
      return fail(say(msg::ConditionsOfCall));
    bool NameOfHost = R.What == Match::Name && R.On == CustomRule::Side::Host;
    if (R.On != CustomRule::Side::Any && R.What != Match::Call && !NameOfHost)
      return fail(say(msg::SideOfCall));
    if ((R.What == Match::Compare) != !R.With.empty())
      return fail(say(msg::CompareNeedsWith));
    if (uint64_t Number;
        !R.With.empty() && StringRef(R.With).getAsInteger(0, Number))
      return fail(say(msg::KeyNotNumber, "with"));
    if (R.What == Match::Member && !StringRef(R.Name).contains("::"))
      return fail(say(msg::MemberSpelling));
    if (R.MergeDuplicates && R.What != Match::Header)
      return fail(say(msg::MergeIsForHeader));
    if (R.Replace && R.What != Match::Header && R.Replace->size() != 1)
      return fail(say(msg::ReplaceIsOneText));
    if (R.Replace && R.What != Match::Matcher)
      for (const std::string &Text : *R.Replace)
        checkPlaceholders(Text);
    if (R.What == Match::Matcher && hasDeepParentheses(R.Name))
      fail(say(msg::MatcherTooDeep));
  }

  /// Words that may stand behind `$`, beside the numbers of arguments.
  ArrayRef<StringLiteral> placeholders() const {
    static constexpr StringLiteral OfCall[] = {"name", "template"},
                                   OfCompare[] = {"op", "number"};
    if (R.What == Match::Call)
      return OfCall;
    if (R.What == Match::Compare)
      return OfCompare;
    return {};
  }

  void checkArgument(StringRef Digits) {
    unsigned Number = 0;
    if (R.What != Match::Call)
      return fail(say(msg::ArgumentOfCall, Digits));
    if (!R.Args)
      return fail(say(msg::ArgumentNeedsCount, Digits));
    if (Digits.getAsInteger(10, Number) || Number == 0 || Number > *R.Args)
      fail(say(msg::ArgumentBeyondCount, Digits, *R.Args));
  }

  /// `*`, a word, or one in braces; the rest if they stay open.
  static StringRef placeholderOf(StringRef Rest) {
    if (Rest.starts_with("*"))
      return Rest.take_front(1);
    if (!Rest.starts_with("{"))
      return Rest.take_while([](char C) { return isAlnum(C) || C == '_'; });
    size_t Close = Rest.find('}');
    return Close == StringRef::npos ? Rest : Rest.take_front(Close + 1);
  }

  void checkPlaceholder(StringRef Spelled) {
    StringRef Word = Spelled;
    bool IsClosed = !Word.consume_front("{") || Word.consume_back("}");
    if (IsClosed && Word == "*" && R.What == Match::Call)
      return;
    if (IsClosed && !Word.empty() && isDigit(Word.front()))
      checkArgument(Word);
    else if (!IsClosed || !llvm::is_contained(placeholders(), Word))
      fail(say(msg::PlaceholderUnknown, Spelled));
  }

  /// What stands behind each `$` must be known, and there. Nodes of a matcher
  /// are known when it runs.
  void checkPlaceholders(StringRef Template) {
    for (size_t At = Template.find('$'); At != StringRef::npos;
         At = Template.find('$', At)) {
      StringRef Rest = Template.drop_front(At + 1);
      if (Rest.starts_with("$")) {
        At += 2;
        continue;
      }
      checkPlaceholder(placeholderOf(Rest));
      ++At;
    }
  }

  const ordered_json &Object;
  CustomRule &R;
  bool Matched = false;
  Message Fault;
};

class FileReader {
public:
  FileReader(StringRef Text, StringRef Path) : Text(Text), Path(Path) {}

  Expected<std::vector<CustomRule>> read(const ordered_json &Rules) {
    if (!Rules.is_array())
      fail(1, say(msg::KeyNotList, "rules"));
    else
      for (const ordered_json &Object : Rules)
        readOne(Object);
    if (!Faults.empty())
      return errorOf(std::move(Faults));
    return std::move(All);
  }

private:
  void fail(unsigned Line, Message What) {
    Faults.push_back(atPlace(Path, Line, 1, std::move(What)));
  }

  /// Line of the next `"id": "..."` with this value: the JSON parser keeps no
  /// positions, but rules come in the order of the file.
  unsigned lineOf(const std::string &Id) {
    std::string Quoted = ordered_json(Id).dump();
    for (size_t At = Text.find(Quoted, Position); At != StringRef::npos;
         At = Text.find(Quoted, At + 1))
      if (Text.take_front(At).rtrim(" \t\r\n:").ends_with("\"id\"")) {
        Position = At;
        break;
      }
    return Text.take_front(Position).count('\n') + 1;
  }

  void readOne(const ordered_json &Object) {
    ++Count;
    if (!Object.is_object() || !Object.contains("id") ||
        !Object["id"].is_string() || Object["id"] == "")
      return fail(1, say(msg::RuleNotObject, Count));
    std::string Id = Object["id"].get<std::string>();
    unsigned Line = lineOf(Id);
    if (!Ids.insert(Id).second)
      return fail(Line, say(msg::RuleTwice, Id));
    CustomRule R;
    ordered_json Whole = Object;
    if (Object.contains("extends")) {
      auto Base = Object["extends"].is_string()
                      ? Bases.find(Object["extends"].get<std::string>())
                      : Bases.end();
      if (Base == Bases.end())
        return fail(Line, say(msg::RuleExtendsLater, Id));
      Whole = Base->second;
      Whole.erase("tests");
      for (const auto &[Key, Value] : Object.items())
        Whole[Key] = Value;
    }
    R.Id = Id;
    R.Path = Path.str();
    R.Line = Line;
    if (Message Fault = RuleReader(Whole, R).read())
      return fail(Line, say(msg::InRule, Id, Fault));
    Bases[Id] = std::move(Whole);
    All.push_back(std::move(R));
  }

  StringRef Text, Path;
  std::vector<CustomRule> All;
  StringSet<> Ids;
  std::map<std::string, ordered_json> Bases;
  size_t Position = 0;
  unsigned Count = 0;
  std::vector<Message> Faults;
};

} // namespace

Expected<std::vector<CustomRule>> parseRules(StringRef Text, StringRef Path) {
  ordered_json Root =
      ordered_json::parse(Text.begin(), Text.end(), nullptr, false);
  // What is no mapping file at all is told by `parseMapping`.
  if (!Root.is_object() || !Root.contains("rules"))
    return std::vector<CustomRule>();
  return FileReader(Text, Path).read(Root["rules"]);
}

} // namespace musify
