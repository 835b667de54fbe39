#include "Mapping/Evidence.h"
#include "Diag/MessageError.h"
#include "Mapping/Format.h"
#include "Mapping/Load.h"
#include "Mapping/Version.h"
#include "Platform/Platform.h"
#include "Support/Untrusted.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/JSON.h"
#include <nlohmann/json.hpp>

using namespace llvm;
using nlohmann::ordered_json;

namespace musify {
namespace {

Error fault(StringRef Path, Message What) {
  return errorOf(atPlace(Path, std::move(What)));
}

/// Names, paths and versions, which end up in tables and on terminals.
bool isPlain(StringRef Text) {
  constexpr size_t Longest = 300;
  return Text.size() <= Longest &&
         all_of(Text, [](char C) { return isPrint(C) && C != '`'; });
}

bool isResult(StringRef Text) {
  return Text == "confirmed" || Text == "missing" || Text == "differs";
}

std::string textOf(const json::Object &Object, StringRef Key) {
  return Object.getString(Key).value_or("").str();
}

Expected<EvidenceName> parseName(const json::Value &Value, StringRef Path) {
  const json::Object *Object = Value.getAsObject();
  if (!Object)
    return fault(Path, say(msg::NameNotObject));
  EvidenceName N{textOf(*Object, "library"), textOf(*Object, "from"),
                 textOf(*Object, "to"),      textOf(*Object, "result"),
                 textOf(*Object, "header"),  textOf(*Object, "what")};
  bool IsWhole = !N.Library.empty() && !N.From.empty() && !N.To.empty();
  bool IsGood = IsWhole && isResult(N.Result) && isPlain(N.Library) &&
                isPlain(N.From) && isPlain(N.To) && isPlain(N.Header);
  if (!IsGood)
    return fault(Path, say(msg::NameNotOfCheck, N.From));
  return N;
}

/// True if the name was raised; else `Open` may tell why not.
bool raise(ordered_json &Entry, const EvidenceName &N,
           const std::string &Source, std::vector<Message> &Open) {
  std::string Status = Entry.value("status", "");
  if (N.Result != "confirmed") {
    Open.push_back(
        N.Result == "missing"
            ? say(msg::SdkLacks, N.Library, N.From, Status, N.To)
            : say(msg::SdkDiffersIn, N.Library, N.From, Status, N.To));
    return false;
  }
  if (Status != "unverified")
    return false;
  if (Entry.value("to", "") != N.To) {
    Open.push_back(
        say(msg::SdkHasOther, N.Library, N.From, N.To, Entry.value("to", "")));
    return false;
  }
  Entry["status"] = "supported";
  Entry["evidence"] =
      "header: " + Source + (N.Header.empty() ? "" : ", " + N.Header);
  return true;
}

} // namespace

Expected<SdkEvidence> parseEvidence(StringRef Text, StringRef Path) {
  if (isNestedTooDeep(Text))
    return fault(Path, say(msg::NestsTooDeep));
  auto Root = json::parse(Text);
  if (!Root)
    return fault(Path, say(msg::NotJson, toString(Root.takeError())));
  const json::Object *Whole = Root->getAsObject();
  const json::Array *Names = Whole ? Whole->getArray("names") : nullptr;
  if (!Names || Whole->getString("format") != EvidenceFormat)
    return fault(Path, say(msg::NotOfCheck));
  SdkEvidence Out;
  Out.Sdk = textOf(*Whole, "sdk");
  if (!parseVersion(Out.Sdk))
    return fault(Path, say(msg::SdkNotVersion));
  for (const json::Value &Each : *Names) {
    auto N = parseName(Each, Path);
    if (!N)
      return N.takeError();
    Out.Names.push_back(std::move(*N));
  }
  return std::move(Out);
}

Expected<MergedEvidence> mergeEvidence(StringRef Table, StringRef Path,
                                       StringRef Library,
                                       const SdkEvidence &Found) {
  auto Entries = parseMapping(Table, Path); // what follows is well-formed
  if (!Entries)
    return Entries.takeError();
  StringMap<const EvidenceName *> Asked;
  for (const EvidenceName &N : Found.Names)
    if (N.Library == Library)
      Asked[N.From] = &N;
  MergedEvidence Out;
  std::string Source = targetPlatform().Name + " SDK " + Found.Sdk;
  auto Root = ordered_json::parse(Table.begin(), Table.end());
  if (!Root.contains("entries"))
    return fault(Path, say(msg::TableWithoutEntries));
  for (ordered_json &Entry : Root["entries"])
    if (auto It = Asked.find(Entry["from"].get<std::string>());
        It != Asked.end())
      Out.Raised += raise(Entry, *It->second, Source, Out.Open);
  auto Text = formatMapping(Root.dump(), Path);
  if (!Text)
    return Text.takeError();
  Out.Text = Out.Raised ? std::move(*Text) : Table.str();
  return std::move(Out);
}

} // namespace musify
