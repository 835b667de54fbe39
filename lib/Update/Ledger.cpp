#include "Update/Ledger.h"
#include "Diag/MessageError.h"
#include "Lint/Baseline.h"
#include "Report/LineIndex.h"
#include "Support/Untrusted.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SHA256.h"
#include <nlohmann/json.hpp>

using namespace llvm;
using nlohmann::ordered_json;

namespace musify {
namespace {

constexpr const char *Format = "musify-ledger/2";
/// Of musify 0.1: lists each edit in place of the entries.
constexpr const char *FirstFormat = "musify-ledger/1";

/// The findings come by place: each line is normalised once.
std::vector<LedgerItem> itemsOf(ArrayRef<Finding> All, const LineIndex &Lines) {
  std::vector<LedgerItem> Items;
  unsigned Last = 0;
  std::string Line;
  for (const Finding &F : All) {
    unsigned Number = Lines.at(F.Where.Offset).Line;
    if (Number != Last)
      Line = normalisedLine(Lines.line(Last = Number));
    Items.push_back({F.Rule.str(), F.From.Entry.str(), Line});
  }
  return Items;
}

/// As arrays: a large port has thousands of them.
ordered_json itemsJson(const std::vector<LedgerItem> &Items) {
  ordered_json J = ordered_json::array();
  for (const LedgerItem &I : Items)
    J.push_back({I.Rule, I.Entry, I.Line});
  return J;
}

std::vector<LedgerItem> readItems(const ordered_json &J) {
  std::vector<LedgerItem> Items;
  for (const ordered_json &I : J)
    Items.push_back({I.at(0), I.at(1), I.at(2)});
  return Items;
}

std::set<std::string> readEntries(const ordered_json &File) {
  if (File.contains("entries"))
    return File.at("entries");
  std::set<std::string> Entries;
  for (const char *List : {"edits", "findings"})
    for (const LedgerItem &I : readItems(File.at(List)))
      if (!I.Entry.empty())
        Entries.insert(I.Entry);
  return Entries;
}

Ledger readLedger(const ordered_json &J) {
  Ledger L;
  L.ToolVersion = J.at("version");
  L.Tables = J.at("tables");
  L.Options = J.value("options", std::vector<std::string>());
  for (const auto &[Path, F] : J.at("files").items()) {
    LedgerFile &File = L.Files[Path];
    File.Source = F.at("source");
    File.SourceHash = F.at("sourceHash");
    File.OutputHash = F.at("outputHash");
    File.Copied = F.at("copied");
    File.IsLink = F.value("link", false);
    File.Entries = readEntries(F);
    File.Findings = readItems(F.at("findings"));
  }
  return L;
}

} // namespace

std::set<std::string> Ledger::entries() const {
  std::set<std::string> All;
  for (const auto &[Path, File] : Files)
    All.insert(File.Entries.begin(), File.Entries.end());
  return All;
}

std::string contentHash(StringRef Bytes) {
  return toHex(SHA256::hash(arrayRefFromStringRef(Bytes)), /*LowerCase=*/true);
}

LedgerFile ledgerFile(const FileResult &File, StringRef NewText) {
  LedgerFile L;
  LineIndex Lines(File.OldText);
  L.Source = File.Relative;
  L.SourceHash = contentHash(File.OldText);
  L.OutputHash = contentHash(NewText);
  for (const auto *List : {&File.Plan.Edits, &File.Plan.Findings})
    for (const Finding &F : *List)
      if (!F.From.Entry.empty())
        L.Entries.insert(F.From.Entry.str());
  L.Findings = itemsOf(File.Plan.Findings, Lines);
  return L;
}

LedgerFile ledgerCopy(StringRef Source, StringRef Text) {
  LedgerFile L;
  L.Source = Source.str();
  L.SourceHash = L.OutputHash = contentHash(Text);
  L.Copied = true;
  return L;
}

LedgerFile ledgerLink(StringRef Source, StringRef Target) {
  LedgerFile L = ledgerCopy(Source, Target);
  L.IsLink = true;
  return L;
}

std::string formatLedger(const Ledger &L) {
  ordered_json J = {
      {"format", Format}, {"version", L.ToolVersion}, {"tables", L.Tables}};
  if (!L.Options.empty())
    J["options"] = L.Options;
  J["files"] = ordered_json::object();
  for (const auto &[Path, F] : L.Files) {
    ordered_json &Item = J["files"][Path] = {
        {"source", F.Source},         {"sourceHash", F.SourceHash},
        {"outputHash", F.OutputHash}, {"copied", F.Copied},
        {"entries", F.Entries},       {"findings", itemsJson(F.Findings)}};
    if (F.IsLink)
      Item["link"] = true;
  }
  return J.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

/// An update writes and removes what a ledger names, in its tree alone.
static bool leadsOutside(StringRef Path) {
  return sys::path::is_absolute(Path) ||
         llvm::is_contained(llvm::split(Path, '/'), "..");
}

/// No port writes to a repository or to its own records by a ledger's entry.
static bool isForNobody(StringRef Path) {
  auto Parts = llvm::split(Path, '/');
  return Path.starts_with(".musify/") ||
         llvm::any_of(Parts, [](StringRef Part) {
           return Part.equals_insensitive(".git");
         });
}

Expected<Ledger> parseLedger(StringRef Text, StringRef Path) {
  if (isNestedTooDeep(Text))
    return errorOf(say(msg::LedgerDamaged, Path, say(msg::NestsTooDeep)));
  try {
    auto J = ordered_json::parse(Text.begin(), Text.end());
    std::string Its = J.is_object() ? J.value("format", "") : "";
    if (Its != Format && Its != FirstFormat)
      return errorOf(say(msg::NotLedger, Path, Format));
    Ledger L = readLedger(J);
    for (const auto &[Name, File] : L.Files) {
      if (leadsOutside(Name) || leadsOutside(File.Source))
        return errorOf(say(msg::LedgerLeadsOut, Path, Name));
      if (isForNobody(Name))
        return errorOf(say(msg::LedgerForNobody, Path, Name));
    }
    return L;
  } catch (const nlohmann::json::exception &E) {
    return errorOf(
        say(msg::LedgerDamaged, Path, say(msg::SystemError, E.what())));
  }
}

} // namespace musify
