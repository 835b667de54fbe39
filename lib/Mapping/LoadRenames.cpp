#include "Mapping/Renames.h"
#include "Support/Untrusted.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include <nlohmann/json.hpp>
#include <set>

using namespace llvm;
using nlohmann::ordered_json;

namespace musify {
namespace {

using Match = RenameRule::Match;
using Case = RenameRule::Case;

template <typename T> struct Spelling {
  StringLiteral Text;
  T Value;
};
constexpr Spelling<Match> Matches[] = {{"word", Match::Word},
                                       {"name", Match::Name},
                                       {"string", Match::String},
                                       {"include", Match::Include},
                                       {"file", Match::File}};
constexpr Spelling<Case> Cases[] = {{"camel", Case::Camel},
                                    {"upper", Case::Upper}};
constexpr Spelling<unsigned> Domains[] = {{"names", RenameRule::Names},
                                          {"strings", RenameRule::Strings},
                                          {"files", RenameRule::Files}};

template <typename T, size_t N>
const T *findSpelling(const Spelling<T> (&All)[N], StringRef Text) {
  for (const Spelling<T> &Each : All)
    if (Each.Text == Text)
      return &Each.Value;
  return nullptr;
}

/// Reads one rule; the first fault is kept.
class Reader {
public:
  Reader(const ordered_json &Object, RenameRule &R) : Object(Object), R(R) {}

  std::string read() {
    for (const auto &[Key, Value] : Object.items())
      readKey(Key, Value);
    if (Fault.empty())
      check();
    return Fault;
  }

private:
  void fail(const Twine &Message) {
    if (Fault.empty())
      Fault = Message.str();
  }
  std::string text(const std::string &Key, const ordered_json &Value) {
    if (Value.is_string() && Value != "")
      return Value.get<std::string>();
    fail("`" + Key + "` is not a string, or is empty");
    return "";
  }
  unsigned number(const std::string &Key, const ordered_json &Value) {
    if (Value.is_number_unsigned())
      return Value.get<unsigned>();
    fail("`" + Key + "` is not a whole number");
    return 0;
  }

  void readKey(const std::string &Key, const ordered_json &Value);
  void readDomains(const ordered_json &Value);
  void check();

  const ordered_json &Object;
  RenameRule &R;
  bool HasMatch = false;
  std::string Fault;
};

void Reader::readKey(const std::string &Key, const ordered_json &Value) {
  if (const Match *What = findSpelling(Matches, Key)) {
    if (HasMatch)
      fail("`" + Key + "` is given with another key that says what to match");
    HasMatch = true;
    R.What = *What;
    R.From = text(Key, Value);
  } else if (Key == "to") {
    R.To = text(Key, Value);
  } else if (Key == "case") {
    if (const Case *Style = findSpelling(Cases, text(Key, Value)))
      R.Style = *Style;
    else
      fail("`case` is `camel` or `upper`");
  } else if (Key == "in") {
    readDomains(Value);
  } else if (Key == "places") {
    R.Places = number(Key, Value);
  } else if (Key == "against") {
    R.Against = number(Key, Value);
  } else if (Key != "note") {
    fail("unknown key `" + Key + "`");
  }
}

void Reader::readDomains(const ordered_json &Value) {
  R.In = 0;
  for (const ordered_json &Each :
       Value.is_array() ? Value : ordered_json::array()) {
    const unsigned *Bit = findSpelling(Domains, text("in", Each));
    if (!Bit)
      return fail("`in` lists `names`, `strings` or `files`");
    R.In |= *Bit;
  }
  if (!R.In)
    fail("`in` is not a list of `names`, `strings` or `files`");
}

bool isIdentifier(StringRef Text) {
  return !Text.empty() && !isDigit(Text.front()) &&
         llvm::all_of(Text, [](char C) { return isAlnum(C) || C == '_'; });
}

bool leadsOut(StringRef Path) {
  return Path.starts_with("/") ||
         llvm::is_contained(llvm::split(Path, '/'), "..");
}

void Reader::check() {
  if (!HasMatch)
    return fail("nothing says what to match: `word`, `name`, `string`, "
                "`include` or `file`");
  if (R.To.empty())
    return fail("`to` is missing");
  if (R.What != Match::Word && (R.Style != Case::Any || Object.contains("in")))
    return fail("`case` and `in` are for a `word`");
  bool IsName = R.What == Match::Word || R.What == Match::Name;
  if (IsName && (!isIdentifier(R.From) || !isIdentifier(R.To)))
    return fail("`" + R.From + "` or `" + R.To + "` is not an identifier");
  if (R.What == Match::File && (leadsOut(R.From) || leadsOut(R.To)))
    fail("a `file` is a path below the root");
}

std::string keyOf(const RenameRule &R) {
  return std::to_string(int(R.What)) + std::to_string(int(R.Style)) + " " +
         R.From;
}

} // namespace

Expected<std::vector<RenameRule>> parseRenames(StringRef Text, StringRef Path) {
  std::vector<RenameRule> Out;
  if (isNestedTooDeep(Text))
    return Out; // reported by `parseMapping`
  ordered_json Root =
      ordered_json::parse(Text.begin(), Text.end(), nullptr, false);
  if (!Root.is_object() || !Root.contains("renames"))
    return Out;
  auto Fail = [&](const Twine &What) {
    return createStringError(inconvertibleErrorCode(),
                             Path + ":1:1: error: " + What);
  };
  if (!Root["renames"].is_array())
    return Fail("`renames` is not a list");
  std::set<std::string> Seen;
  for (const ordered_json &Object : Root["renames"]) {
    RenameRule R;
    std::string Fault = Object.is_object() ? Reader(Object, R).read()
                                           : std::string("it is not an object");
    if (Fault.empty() && !Seen.insert(keyOf(R)).second)
      Fault = "`" + R.From + "` is renamed twice";
    if (!Fault.empty())
      return Fail("rename number " + Twine(Out.size() + 1) + ": " + Fault);
    Out.push_back(std::move(R));
  }
  return Out;
}

std::string formatRenames(const std::vector<RenameRule> &Rules) {
  std::string Out = "[";
  for (const RenameRule &R : Rules) {
    ordered_json Line;
    for (const auto &[Text, What] : Matches)
      if (What == R.What)
        Line[Text.str()] = R.From;
    for (const auto &[Text, Style] : Cases)
      if (Style == R.Style)
        Line["case"] = Text.str();
    Line["to"] = R.To;
    if (R.What == Match::Word && R.In != RenameRule::All)
      for (const auto &[Text, Bit] : Domains)
        if (R.In & Bit)
          Line["in"].push_back(Text.str());
    if (R.Places)
      Line["places"] = R.Places;
    if (R.Places && R.What == Match::Word)
      Line["against"] = R.Against;
    Out += (Out.size() > 1 ? ",\n  " : "\n  ") + Line.dump();
  }
  return Out + "\n]";
}

} // namespace musify
