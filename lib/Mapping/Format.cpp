#include "Mapping/Format.h"
#include "Mapping/Load.h"
#include "llvm/ADT/STLExtras.h"
#include <nlohmann/json.hpp>

using namespace llvm;
using nlohmann::ordered_json;

namespace musify {
namespace {

constexpr StringLiteral KeyOrder[] = {
    "from",  "to",    "kind",      "status",   "in",     "type",
    "shape", "value", "fromValue", "numeric",  "config", "reverse",
    "since", "arch",  "cuda",      "evidence", "note"};

/// Keys that the list does not know go last.
size_t keyRank(StringRef Key) {
  return llvm::find(KeyOrder, Key) - std::begin(KeyOrder);
}

std::string member(const std::string &Key, const ordered_json &Value) {
  return ordered_json(Key).dump() + ": " + Value.dump();
}

std::string formatEntry(const ordered_json &Entry) {
  std::vector<std::pair<size_t, std::string>> Keys;
  for (const auto &[Key, Value] : Entry.items())
    Keys.emplace_back(keyRank(Key), Key);
  llvm::sort(Keys);
  std::string Line = "{";
  for (const auto &[Rank, Key] : Keys)
    Line += (Line.size() > 1 ? ", " : "") + member(Key, Entry[Key]);
  return Line + "}";
}

/// Lines between `Open` and `Close`, in the order of their names.
std::string formatLines(std::string Open,
                        std::vector<std::pair<std::string, std::string>> Lines,
                        StringRef Close) {
  llvm::sort(Lines);
  std::string Out = std::move(Open);
  for (const auto &[Index, Line] : enumerate(Lines))
    Out += Line.second + (Index + 1 < Lines.size() ? ",\n" : "\n");
  return Out + Close.str();
}

std::string formatOurs(const ordered_json &Root) {
  std::string Open = "{";
  for (const auto &[Key, Value] : Root.items())
    if (Key == "rules" ||
        Key == "renames") // laid out in many ways; keep to one
      Open += ordered_json(Key).dump() + ": " + Value.dump(2) + ",\n";
    else if (Key != "entries")
      Open += member(Key, Value) + ", ";
  std::vector<std::pair<std::string, std::string>> Lines;
  for (const ordered_json &Entry : Root["entries"])
    Lines.emplace_back(Entry["from"].get<std::string>(), formatEntry(Entry));
  return formatLines(Open + "\"entries\": [\n", std::move(Lines), "]}\n");
}

std::string formatFlat(const ordered_json &Root) {
  std::vector<std::pair<std::string, std::string>> Lines;
  for (const auto &[From, To] : Root.items())
    Lines.emplace_back(From, "  " + member(From, To));
  return formatLines("{\n", std::move(Lines), "}\n");
}

} // namespace

Expected<std::string> formatMapping(StringRef Text, StringRef Path) {
  auto Entries = parseMapping(Text, Path);
  if (!Entries)
    return Entries.takeError();
  auto Root = ordered_json::parse(Text.begin(), Text.end());
  if (Root.contains("entries"))
    return formatOurs(Root);
  // Rules alone have no entries to sort.
  bool IsOurs = Root.contains("rules") || Root.contains("renames");
  return IsOurs ? Text.str() : formatFlat(Root);
}

std::string formatEntries(const std::vector<OwnedEntry> &Entries) {
  std::vector<std::pair<std::string, std::string>> Lines;
  for (const OwnedEntry &E : Entries) {
    ordered_json Entry = {{"from", E.From},
                          {"to", E.To},
                          {"kind", kindName(E.K).str()},
                          {"status", statusName(E.S).str()},
                          {"evidence", E.Evidence}};
    if (!E.In.empty())
      Entry["in"] = E.In;
    if (!E.Reverse)
      Entry["reverse"] = false;
    Lines.emplace_back(E.From, formatEntry(Entry));
  }
  return formatLines("[\n", std::move(Lines), "]");
}

std::string formatRules(const std::vector<CustomRule> &Rules) {
  std::string Out = "[";
  for (const CustomRule &R : Rules) {
    bool IsHeader = R.What == CustomRule::Match::Header;
    ordered_json Line = {{"id", R.Id}};
    bool IsComparison = R.What == CustomRule::Match::Compare;
    Line[IsHeader ? "header" : IsComparison ? "compare" : "call"] = R.Name;
    if (IsComparison)
      Line["with"] = R.With;
    if (R.Args)
      Line["args"] = *R.Args;
    if (R.Replace && IsHeader)
      Line["replace"] = *R.Replace;
    else if (R.Replace)
      Line["replace"] = R.Replace->front();
    if (!R.Note.empty())
      Line["note"] = R.Note;
    Out += (Out.size() > 1 ? ",\n  " : "\n  ") + Line.dump();
  }
  return Out + "\n]";
}

} // namespace musify
