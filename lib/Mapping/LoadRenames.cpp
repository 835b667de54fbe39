#include "Diag/MessageError.h"
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

/// All of them, each in backticks.
template <typename T, size_t N>
Argument spellings(const Spelling<T> (&All)[N]) {
  return listOf(map_range(All, [](const Spelling<T> &Each) {
    return say(msg::InBackticks, Each.Text);
  }));
}

/// Reads one rule; the first fault is kept.
class Reader {
public:
  Reader(const ordered_json &Object, RenameRule &R) : Object(Object), R(R) {}

  Message read() {
    for (const auto &[Key, Value] : Object.items())
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
    fail(say(msg::KeyEmpty, Key));
    return "";
  }
  unsigned number(const std::string &Key, const ordered_json &Value) {
    if (Value.is_number_unsigned())
      return Value.get<unsigned>();
    fail(say(msg::KeyNotWhole, Key));
    return 0;
  }

  void readKey(const std::string &Key, const ordered_json &Value);
  void readDomains(const ordered_json &Value);
  void check();

  const ordered_json &Object;
  RenameRule &R;
  bool HasMatch = false;
  Message Fault;
};

void Reader::readKey(const std::string &Key, const ordered_json &Value) {
  if (const Match *What = findSpelling(Matches, Key)) {
    if (HasMatch)
      fail(say(msg::MatchesTwice, Key));
    HasMatch = true;
    R.What = *What;
    R.From = text(Key, Value);
  } else if (Key == "to") {
    R.To = text(Key, Value);
  } else if (Key == "case") {
    if (const Case *Style = findSpelling(Cases, text(Key, Value)))
      R.Style = *Style;
    else
      fail(say(msg::KeyIsOneOf, "case", spellings(Cases)));
  } else if (Key == "in") {
    readDomains(Value);
  } else if (Key == "places") {
    R.Places = number(Key, Value);
  } else if (Key == "against") {
    R.Against = number(Key, Value);
  } else if (Key != "note") {
    fail(say(msg::UnknownKey, Key));
  }
}

void Reader::readDomains(const ordered_json &Value) {
  R.In = 0;
  for (const ordered_json &Each :
       Value.is_array() ? Value : ordered_json::array()) {
    const unsigned *Bit = findSpelling(Domains, text("in", Each));
    if (!Bit)
      return fail(say(msg::KeyLists, "in", spellings(Domains)));
    R.In |= *Bit;
  }
  if (!R.In)
    fail(say(msg::KeyLists, "in", spellings(Domains)));
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
    return fail(say(msg::MatchesNothing, spellings(Matches)));
  if (R.To.empty())
    return fail(say(msg::KeyMissing, "to"));
  if (R.What != Match::Word && (R.Style != Case::Any || Object.contains("in")))
    return fail(say(msg::CaseIsForWord));
  bool IsName = R.What == Match::Word || R.What == Match::Name;
  if (IsName && (!isIdentifier(R.From) || !isIdentifier(R.To)))
    return fail(say(msg::NotIdentifiers, R.From, R.To));
  if (R.What == Match::File && (leadsOut(R.From) || leadsOut(R.To)))
    fail(say(msg::FileBelowRoot));
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
  auto Fail = [&](Message What) {
    return errorOf(atPlace(Path, 1, 1, std::move(What)));
  };
  if (!Root["renames"].is_array())
    return Fail(say(msg::KeyNotList, "renames"));
  std::set<std::string> Seen;
  for (const ordered_json &Object : Root["renames"]) {
    RenameRule R;
    Message Fault = Object.is_object() ? Reader(Object, R).read()
                                       : say(msg::RenameNotObject);
    if (!Fault && !Seen.insert(keyOf(R)).second)
      Fault = say(msg::RenamedTwice, R.From);
    if (Fault)
      return Fail(say(msg::InRename, Out.size() + 1, Fault));
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
